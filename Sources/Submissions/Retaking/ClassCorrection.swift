package import Regulation

/// That a device was filed in a country under another class than its own: the filing is what is put right.
package struct ClassCorrection: Hashable, Sendable {
    package let jurisdiction: JurisdictionCode
    /// What the manifest said; `nil` where it named no class for the country.
    let old: DeviceClass?
    let new: DeviceClass

    /// The member of a manifest, and of a request for a correction, under which the classes stand by country.
    package static let key = "classes"

    /// The field of a correction that names the class of the country, as `classes.JP` does.
    package static func field(of code: JurisdictionCode) -> FieldName { FieldName("\(key).\(code)") }

    /// The country whose class the field names; `nil` for any other field.
    package static func jurisdiction(of field: FieldName) -> JurisdictionCode? {
        let prefix = "\(key)."
        guard field.rawValue.hasPrefix(prefix) else { return nil }
        return JurisdictionCode(String(field.rawValue.dropFirst(prefix.count)))
    }
}

extension Corrected {
    var classes: [ClassCorrection] {
        fields.compactMap { change in
            guard let code = ClassCorrection.jurisdiction(of: change.field), case .code(let new) = change.new
            else { return nil }
            var old: DeviceClass?
            if case .code(let text)? = change.old { old = DeviceClass(text) }
            return ClassCorrection(jurisdiction: code, old: old, new: DeviceClass(new))
        }
    }
}

extension SubmissionOpened {
    /// All of this, with the right class wherever it states the one that was wrong.
    func taking(_ correction: ClassCorrection) -> SubmissionOpened {
        guard classes[correction.jurisdiction] == correction.old else { return self }
        return classified(classes.merging([correction.jurisdiction: correction.new]) { $1 })
    }
}
