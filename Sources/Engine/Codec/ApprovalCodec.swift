package import CanonicalJSON
import Regulation
package import Submissions

/// The form of an approval by itself, the same as inside events.
package enum ApprovalCodec {
    package static func encode(_ approval: Approval) -> JSONValue { approval.leafForm }

    /// - Throws: the first defect found, with its path from the approval.
    package static func decode(_ value: JSONValue) throws(EventDefect) -> Approval { try Approval(leafForm: value) }
}

/// The form of a flag with the approval that it concerns, the same as the data of an event.
package enum ApprovalFlaggedCodec {
    package static func encode(_ flagged: ApprovalFlagged) -> JSONValue { flagged.leafForm }

    /// - Throws: the first defect found, with its path from the flag.
    package static func decode(_ value: JSONValue) throws(EventDefect) -> ApprovalFlagged {
        try ApprovalFlagged(leafForm: value)
    }
}

extension ApprovalFlagged: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("approval", approval)
        object.put("flag", flag)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(approval: try object.required("approval"), flag: try object.required("flag"))
    }
}

extension Approval: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("basis", basis)
        object.put("claims", claims)
        object.put("conditions", conditions)
        object.put("dependsOn", dependsOn)
        object.put("flags", flags)
        object.put("grantedOn", grantedOn)
        object.put("holder", holder)
        object.put("id", id)
        object.put("jurisdiction", jurisdiction)
        object.put("notices", notices)
        object.put("number", number)
        object.put("product", product)
        object.put("productVersion", productVersion)
        object.put("revision", revision)
        object.put("stage", stage)
        object.put("standing", standing)
        object.put("validUntil", validUntil)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            id: try object.required("id"),
            product: try object.required("product"),
            productVersion: try object.required("productVersion"),
            jurisdiction: try object.required("jurisdiction"),
            basis: try object.required("basis"),
            stage: try object.optional("stage"),
            standing: try object.required("standing"),
            claims: try object.list("claims"),
            number: try object.optional("number"),
            grantedOn: try object.required("grantedOn"),
            validUntil: try object.optional("validUntil"),
            conditions: try object.list("conditions"),
            dependsOn: try object.list("dependsOn"),
            revision: try object.required("revision"),
            flags: try object.list("flags"),
            holder: try object.optional("holder"),
            notices: try object.list("notices")
        )
    }
}

extension Approval.Reference: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("approval", approval)
        object.put("revision", revision)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(approval: try object.required("approval"), revision: try object.required("revision"))
    }
}

extension Approval.Flag: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("cause", cause)
        object.put("change", change)
        object.put("isSettled", isSettled, implied: false)
        object.put("path", path)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            cause: try object.required("cause"),
            change: try object.required("change"),
            path: try object.list("path"),
            isSettled: try object.optional("isSettled", implied: false)
        )
    }
}

extension SafetyNotice: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("isSerious", isSerious)
        object.put("on", on)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(on: try object.required("on"), isSerious: try object.required("isSerious"))
    }
}
