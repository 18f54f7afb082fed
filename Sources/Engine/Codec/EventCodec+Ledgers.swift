import Submissions

// What a case keeps beside its decision.

extension FeeEntry: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("amount", amount)
        object.put("fee", fee)
        object.put("kind", kind)
        object.put("on", on)
        object.put("reference", reference)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            fee: try object.required("fee"),
            kind: try object.required("kind"),
            amount: try object.optional("amount"),
            reference: try object.optional("reference"),
            on: try object.required("on")
        )
    }
}

extension Obligation: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("closedOn", closedOn)
        object.put("due", due)
        object.put("endedBy", endedBy)
        object.put("evidence", evidence)
        object.put("id", id)
        object.put("jurisdiction", jurisdiction)
        object.put("kind", kind)
        object.put("standing", standing)
        object.put("text", text)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            id: try object.required("id"),
            name: try object.required("case"),
            kind: try object.required("kind"),
            text: try object.optional("text"),
            due: try object.optional("due"),
            jurisdiction: try object.optional("jurisdiction"),
            standing: try object.required("standing"),
            closedOn: try object.optional("closedOn"),
            endedBy: try object.optional("endedBy"),
            evidence: try object.list("evidence")
        )
    }
}

extension Study: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("checks", checks)
        object.put("consentModel", consentModel)
        object.put("contract", contract)
        object.put("ethicsApproval", ethicsApproval)
        object.put("id", id)
        object.put("keptUntil", keptUntil)
        object.put("kind", kind)
        object.put("legalBasis", legalBasis)
        object.put("provider", provider)
        object.put("purpose", purpose)
        object.put("reliability", reliability)
        object.put("secondaryUse", secondaryUse)
        object.put("standing", standing)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            id: try object.required("id"),
            kind: try object.optional("kind"),
            legalBasis: try object.optional("legalBasis"),
            ethicsApproval: try object.optional("ethicsApproval"),
            consentModel: try object.optional("consentModel"),
            reliability: try object.optional("reliability"),
            standing: try object.required("standing"),
            provider: try object.optional("provider"),
            contract: try object.optional("contract"),
            purpose: try object.optional("purpose"),
            secondaryUse: try object.optional("secondaryUse"),
            keptUntil: try object.optional("keptUntil"),
            checks: try object.list("checks")
        )
    }
}

extension Study.Check: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("answer", answer)
        object.put("item", item)
        object.put("on", on)
        object.put("reference", reference)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            item: try object.required("item"),
            answer: try object.required("answer"),
            reference: try object.optional("reference"),
            on: try object.required("on")
        )
    }
}
