import Domain
import Exchange
import Foundation
import Persian
import Testing

@testable import Store

extension OfficeFile {
    /// An office with a record or two of every kind that a sheet holds, some of them hard on sheets: codes with slashes
    /// and Persian letters, names that begin as formulas do, Persian digits in names, words that hold a divider.
    static func ofEveryKind() throws -> OfficeFile { try filled.get().copyInMemory() }

    private static let filled = Result {
        let office = try newOffice()
        for line in everyKind.split(separator: "\n") { try office.send(String(line)) }
        return office
    }

    func exported(_ kind: ListingKind, as format: ListingFormat = .csv, limit: Int? = nil) throws -> String {
        var text = ""
        try view { (reader) throws(DecideError) in
            let question = ListingQuestion(
                limit: limit, masking: Masking(for: .administrator), day: Day(number: 19_205))
            try kind.write(question, as: format, in: reader) { text += $0 }
        }
        return text
    }

    /// Imports a sheet of any sort from its text.
    func importing(
        _ sheet: any ImportedSheet.Type, text: String, _ terms: ImportTerms = ImportTerms()
    ) throws -> ImportReport {
        let folder = try TemporaryFolder()
        try Data(text.utf8).write(to: URL(filePath: folder.file("sheet.csv")))
        return try sheet.open(path: folder.file("sheet.csv")).run(
            in: self, by: clerk, clock: today, terms
        ) { _ in true }
    }
}

/// The commands by which its campaign begins and gets its packages.
let campaignOfEveryKind = everyKind.split(separator: "\n").filter { line in
    ["open", "receive", "allocate"].contains { line.contains("campaign.\($0)") }
}

/// The commands that raise its needs.
let needsOfEveryKind = everyKind.split(separator: "\n").filter { $0.contains("need.raise") }

private let everyKind = """
    {"command":"council.found","code":"SH-01","name":"شورای جهادی پردیسان"}
    {"command":"base.found","code":"B-01","name":"قرارگاه ۱۲/الف"}
    {"command":"person.record","nationalID":"9990000018","firstName":"سارا","lastName":"نوری","gender":"female","mobile":"09120000018","birthYear":1370,"skills":["تدوین/فیلم","خیاطی"]}
    {"command":"person.record","nationalID":"9990000026","firstName":"علی","lastName":"کاظمی‌نژاد","skills":["«نقش»"]}
    {"command":"group.register","code":"123/45","name":"گروه جهادی بهار","kind":"general","fields":["medical","education"],"county":"@SUM(A1)","size":24,"registeredOn":"1398/02/10","council":"SH-01","base":"B-01","head":"9990000018","atlasCode":"AT-12/7","note":"سطر نخست\\nسطر دوم"}
    {"command":"group.register","code":"ویژه-۱","name":"=HYPERLINK(\\"x\\",\\"بهار\\")","kind":"specialised","fields":["cultural"],"county":"'قم","size":40,"registeredOn":"1400/01/05"}
    {"command":"membership.begin","group":"123/45","person":"9990000018","from":"1398/02/10"}
    {"command":"membership.begin","group":"ویژه-۱","person":"9990000026","from":"1400/01/05"}
    {"command":"camp.plan","code":"C/1","title":"-اردوی ۵","groups":[{"group":"123/45","headcount":12},{"group":"ویژه-۱","headcount":9}],"kind":"village","province":"لرستان","county":"کوهدشت","place":"تنگه/باغ","fields":["medical","education"],"from":"1401/06/13","to":"1401/06/19"}
    {"command":"course.announce","code":"A/B","title":"دوره ۵","audience":"anyone","capacity":4,"from":"1401/06/01","to":"1401/06/02","sessions":[{"code":"S1","from":"1401/06/01T18:00","to":"1401/06/01T20:00"}]}
    {"command":"course.enrol","course":"A/B","person":"9990000018"}
    {"command":"congress.open","year":1401,"number":2,"city":"شهر ۵","venue":"مجتمع","from":"1401/06/29","to":"1401/06/31"}
    {"command":"hall.add","congress":1401,"code":"HALL-A","name":"سالن ۵","seats":600,"turnaround":0}
    {"command":"session.schedule","congress":1401,"code":"SE-01","hall":"HALL-A","from":"2022-09-21T23:30+03:30","to":"1401/06/31T01:00","title":"شب ۵","kind":"memorial","speakers":["9990000018","9990000026"],"moderator":"9990000026"}
    {"command":"guest.invite","congress":1401,"name":"رضا حسینی","title":"+مدیر","category":"national","rank":5,"companions":2}
    {"command":"martyr.propose","name":"حسن ۲","diedOn":"1398/03/04","place":"@کوه","group":"123/45"}
    {"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"1401/06/07","status":"confirmed"}
    {"command":"season.announce","year":1444,"country":"IQ","month":"safar","startsOn":"1401/06/08","status":"provisional"}
    {"command":"point.plan","code":"AP-1","name":"موکب ۵","kind":"border","country":"IR","season":1444,"services":[{"service":"food","perDay":3000},{"service":"lodging","perDay":120,"men":70,"women":50}]}
    {"command":"point.license","code":"AP-1","permit":"12.0/۵","validUntil":"1401/07/30"}
    {"command":"shift.plan","code":"SF-001","point":"AP-1","from":"2022-09-21T23:00+03:30","to":"1401/06/31T08:00","roles":[{"role":"cook","count":4},{"role":"lostPersons","count":2}]}
    {"command":"shift.assign","shift":"SF-001","group":"123/45","headcount":4}
    {"command":"supply.receive","point":"AP-1","item":"=آب ۵","unit":"بطری","quantity":100,"reorderLevel":20}
    {"command":"supply.receive","point":"AP-1","item":"برنج","unit":"کیلو","quantity":10}
    {"command":"supply.count","point":"AP-1","item":"برنج","quantity":0}
    {"command":"institution.register","code":"SETAD","name":"=ستاد ۵","custodian":true}
    {"command":"institution.register","name":"بنیاد/نمونه ۱۲"}
    {"command":"need.raise","code":"N-001","for":{"group":"123/45"},"item":"+پتو ۵","quantity":20,"unit":"تخته","urgency":"low"}
    {"command":"need.raise","code":"N-002","for":{"camp":"C/1"},"item":"چای","quantity":5,"unit":"بسته","urgency":"high","neededBy":"1401/06/14"}
    {"command":"support.pledge","need":"N-001","institution":"SETAD","quantity":12,"dueBy":"1401/06/01"}
    {"command":"support.pledge","need":"N-002","institution":"D-01","quantity":5}
    {"command":"support.dispatch","pledge":"PL-001","quantity":8,"on":"1401/05/02"}
    {"command":"support.deliver","pledge":"PL-001","quantity":5,"on":"1401/05/03"}
    {"command":"support.dispatch","pledge":"PL-002","quantity":2,"on":"1401/05/03"}
    {"command":"household.record","code":"H/۰۱-الف","head":"9990000034","headName":"=مهدی ۵","members":["9990000042","9990000050"],"size":4,"area":"village","place":"@گل/دره ۵","mobile":"09120000034","base":"B-01"}
    {"command":"household.record","head":"9990000141","headName":"«نرگس»","size":1,"area":"outskirts","place":"-توحید"}
    {"command":"campaign.open","code":"RM/۱","title":"=رزمایش ۵","from":"1401/05/01","to":"1401/05/05","target":10}
    {"command":"campaign.receive","campaign":"RM/1","quantity":10,"on":"1401/05/01"}
    {"command":"campaign.allocate","campaign":"RM/1","base":"B-01","quantity":9}
    {"command":"campaign.deliver","campaign":"RM/1","base":"B-01","household":"H/01-الف","quantity":2,"on":"1401/05/02","by":"123/45","collectedBy":"+علی ۵"}
    {"command":"campaign.deliver","campaign":"RM/1","base":"B-01","nationalID":"9990000141","quantity":1,"on":"1401/05/03"}
    {"command":"story.draft","code":"ST/۱","title":"=روایت ۵","body":"+آمدیم.\\n\\n«خوب»\\n\\n- آب","about":{"group":"123/45"},"names":["H/01-الف نام بله"]}
    {"command":"story.draft","title":"کنگره","body":"ماندیم.","about":{"congress":"1401"}}
    {"command":"bulletin.compose","number":3,"on":"1401/05/20","title":"-بهار","lead":"@سرسخن","stories":[]}
    """
