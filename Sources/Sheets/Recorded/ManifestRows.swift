import Regulation
package import Submissions

/// What a manifest says, as cells of the form: what goes out, and what comes in is held against.
package struct ManifestRows: Hashable, Sendable {
    package let product: [String: String]
    package let cases: [[String: String]]
    package let approvals: [[String: String]]

    package init(_ manifest: SubmissionManifest) {
        let name = manifest.name.rawValue
        product = [
            "submission": name,
            "product": manifest.product.id.rawValue,
            "name": manifest.product.name,
            "version": manifest.product.version,
            "claimTexts": Self.wordings(manifest.claims),
            "stage1Claims": Self.list(manifest.stageClaims),
            "situation": manifest.situation.rawValue,
            "significance": manifest.significance.rawValue,
            "traits": manifest.traits.map(Self.answer).joined(separator: "\n"),
            "applicant": manifest.applicant.id.rawValue,
            "applicantName": manifest.applicant.name,
            "applicantLocalName": manifest.applicant.localName ?? "",
            "applicantCountry": manifest.applicant.country?.rawValue ?? "",
        ]
        let targets = manifest.targets.map(\.jurisdiction)
        let others = Set(manifest.classes.keys).union(manifest.holders.keys).subtracting(targets).sorted()
        cases = (targets + others).map { code in
            let target = manifest.targets.first { $0.jurisdiction == code }
            let holder = manifest.holders[code]
            return [
                "submission": name,
                "country": code.rawValue,
                "route": target?.route.rawValue ?? "",
                "participation": target?.participation?.rawValue ?? "",
                "claims": Self.list(target?.claims ?? []),
                "class": manifest.classes[code] ?? "",
                "holder": holder?.id.rawValue ?? "",
                "holderName": holder?.name ?? "",
                "holderLocalName": holder?.localName ?? "",
            ]
        }
        approvals = manifest.approvals.map { held in
            [
                "submission": name,
                "country": held.jurisdiction.rawValue,
                "number": held.number,
                "grantedOn": held.grantedOn.description,
                "validUntil": held.validUntil?.description ?? "",
                "basis": held.basis.rawValue,
                "claims": Self.list(held.claims),
                "version": held.productVersion,
                "restsOn": Self.list(held.restsOn),
            ]
        }
    }

    /// Holds a row against what is stated; cells that it leaves empty say nothing.
    ///
    /// - Parameters:
    ///   - row: A row of the import.
    ///   - stated: The same row as it is stated here.
    /// - Returns: What the row says otherwise, by the key of its column, with what is stated.
    package static func differences(
        _ row: SheetRow,
        from stated: [String: String]
    ) -> [(column: String, stated: String)] {
        SheetForm.form(row.form).columns.compactMap { column in
            guard let said = row[column.key], let text = stated[column.key] else { return nil }
            return Plain.form(said) == Plain.form(text) ? nil : (column.key, text)
        }
    }

    private static func wordings(_ claims: [SubmissionManifest.Claim]) -> String {
        claims.flatMap { claim in
            claim.texts.sorted { $0.key < $1.key }.map { "\(claim.id)/\($0.key): \(Plain.line($0.value))" }
        }.joined(separator: "\n")
    }

    private static func answer(_ statement: TraitStatement) -> String {
        "\(statement.trait)\(statement.jurisdiction.map { "/\($0)" } ?? ""): \(statement.answer)"
    }

    private static func list(_ items: [some CustomStringConvertible]) -> String {
        items.map(\.description).joined(separator: ", ")
    }

    /// Texts without what spreadsheets and people change in them unasked.
    enum Plain {
        /// With single spaces, none around commas and colons, and `C1/en` as `C1`.
        static func form(_ text: String) -> String {
            var form = line(text).replacing("/en:", with: ":").replacing("、", with: ",").replacing("，", with: ",")
            for sign in [",", ":"] {
                form = form.replacing(" " + sign, with: sign).replacing(sign + " ", with: sign)
            }
            return form
        }

        /// In one line.
        static func line(_ text: String) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
