import Persian
import Testing

@Suite("Provinces")
struct ProvinceTests {
    @Test(
        "a province is found however it is written",
        arguments: [
            ("کردستان", Province.kurdistan), ("كردستان", .kurdistan), ("استان كردستان", .kurdistan),
            ("کهگیلویه‌وبویراحمد", .kohgiluyehAndBoyerAhmad), ("كهكيلويه و بوير احمد", .kohgiluyehAndBoyerAhmad),
            ("چهار محال بختیاری", .chaharmahalAndBakhtiari), ("چهارمحال‌وبختیاری", .chaharmahalAndBakhtiari),
            ("سیستان وبلوچستان", .sistanAndBaluchestan), ("استان سیستان و بلوچستان", .sistanAndBaluchestan),
            ("آذربایجان‌شرقی", .eastAzerbaijan), ("اذربایجان غربی", .westAzerbaijan), ("خراسان‌ رضوی", .razaviKhorasan),
            ("استانقم", .qom), ("Qom", .qom), ("qom province", .qom), ("south khorasan", .southKhorasan),
            ("مركزي", .markazi), ("Kohgiluyeh and Boyer-Ahmad", .kohgiluyehAndBoyerAhmad), ("طهران", .tehran),
        ])
    func named(text: String, province: Province) {
        #expect(Province(named: text) == province)
    }

    @Test("there are 31, each found by its own names")
    func all() {
        #expect(Province.allCases.count == 31)
        for province in Province.allCases {
            #expect(Province(named: province.name.fa) == province && Province(named: province.name.en) == province)
            #expect(Province(named: "استان \(province.name.fa)") == province)
        }
    }

    @Test(
        "what is none names the nearest",
        arguments: [("کردسان", Province.kurdistan), ("اصفهن", .isfahan), ("ghazvinn", .qazvin)])
    func nearest(text: String, province: Province) {
        #expect(Province(named: text) == nil && Province.nearest(to: text) == province)
    }

    @Test("codes, blanks and old names are none", arguments: ["Q-0002", "", "خراسان", "آذربایجان", "قمی"])
    func none(text: String) {
        #expect(Province(named: text) == nil)
    }
}
