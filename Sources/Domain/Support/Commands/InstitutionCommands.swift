import Persian

/// `{"command":"institution.register","code":"SETAD","name":"ستاد اجرایی فرمان امام","custodian":true}`
public struct InstitutionRegister: Adding {
    public static let name = "institution.register"
    public static let title = Phrase(fa: "ثبت دستگاه پشتیبان", en: "register an institution")
    public static let fields: [FieldUse<Institution>] = [
        InstitutionFields.newCode.clearable, InstitutionFields.name.required, InstitutionFields.custodian.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: what the store reports.
    public func follow(
        _ institution: Institution, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try decision.warnOfNamesake(institution, in: registry)
    }
}

/// `{"command":"institution.amend","code":"SETAD","name":…}`: what is absent stays as it was.
public struct InstitutionAmend: Amending {
    public static let name = "institution.amend"
    public static let title = Phrase(fa: "ویرایش دستگاه پشتیبان", en: "amend an institution")
    public static let fields: [FieldUse<Institution>] = [
        InstitutionFields.code.required, InstitutionFields.name.kept, InstitutionFields.custodian.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: what the store reports.
    public func follow(
        _ institution: Institution, from before: Institution, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if institution.name != before.name { try decision.warnOfNamesake(institution, in: registry) }
    }
}
