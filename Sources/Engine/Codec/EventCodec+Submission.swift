import Regulation
import Submissions

extension SubmissionOpened {
    func write(to object: inout ObjectWriter) {
        object.put("adopted", adopted)
        object.put("applicant", applicant)
        object.put("calendars", calendars)
        object.put("claims", claims)
        object.put("classes", classes)
        object.put("conditions", conditions)
        object.put("held", held)
        object.put("holders", holders)
        object.put("manifest", manifest)
        object.put("product", product)
        object.put("productVersion", productVersion)
        object.put("targets", targets)
        object.put("traits", traits)
    }

    convenience init(named name: SubmissionName, from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            name: name,
            product: try object.required("product"),
            productVersion: try object.required("productVersion"),
            claims: try object.list("claims"),
            applicant: try object.required("applicant"),
            holders: try object.list("holders"),
            targets: try object.list("targets"),
            adopted: try object.list("adopted"),
            manifest: try object.required("manifest"),
            calendars: try object.mapping("calendars"),
            classes: try object.mapping("classes"),
            traits: try object.list("traits"),
            held: try object.list("held"),
            conditions: try object.list("conditions")
        )
    }
}

extension SubmissionOpened.Target: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("claims", claims)
        object.put("jurisdiction", jurisdiction)
        object.put("participation", participation)
        object.put("route", route)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            jurisdiction: try object.required("jurisdiction"),
            route: try object.required("route"),
            participation: try object.optional("participation"),
            claims: try object.list("claims")
        )
    }
}

extension ConditionAnswer: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("heading", heading)
        object.put("holds", holds)
        object.put("jurisdiction", jurisdiction)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            heading: try object.required("heading"),
            jurisdiction: try object.optional("jurisdiction"),
            holds: try object.required("holds")
        )
    }
}

extension TraitStatement: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("answer", answer)
        object.put("jurisdiction", jurisdiction)
        object.put("trait", trait)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            trait: try object.required("trait"),
            jurisdiction: try object.optional("jurisdiction"),
            answer: try object.required("answer")
        )
    }
}

extension DossierFiled: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("entries", entries)
        object.put("filing", filing)
        object.put("targets", targets)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            filing: try object.required("filing"),
            entries: try object.list("entries"),
            targets: try object.list("targets")
        )
    }
}

extension Filing: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("filedOn", filedOn)
        object.put("kind", kind)
        object.put("number", number)
        object.put("revision", revision)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            number: try object.required("number"),
            kind: try object.required("kind"),
            revision: try object.required("revision"),
            filedOn: try object.required("filedOn")
        )
    }
}

extension DossierEntry: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("heading", heading)
        object.put("jurisdiction", jurisdiction)
        object.put("language", language)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            heading: try object.required("heading"),
            jurisdiction: try object.optional("jurisdiction"),
            language: try object.optional("language")
        )
    }
}
