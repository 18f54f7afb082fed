package import Engine
package import Regulation
package import Submissions

extension Labels {
    /// Until when an approval lasts, `*` where the rule is not confirmed.
    package func words(for term: ApprovalTerm) -> String {
        let mark = term.confidence == .unconfirmed ? "*" : ""
        // What keeps an approval says so itself.
        let fee = term.rule?.model == .yearlyRetention || term.rule?.fee == nil ? "" : self["validityModels.fee"]
        if let end = term.end {
            let date = words(for: end)
            return (term.isComputed ? text("portfolio.computed", date) + mark : date) + fee
        }
        switch term.rule?.model {
        case .unlimited: return self["validityModels.unlimited"] + mark + fee
        case .yearlyRetention: return self["validityModels.yearly-retention"] + mark
        case .fixed, nil: return self["page.unknown"]
        }
    }

    /// `abridged review, relying on another approval · stage 1`.
    package func basis(of approval: Approval) -> String {
        let stage = approval.stage.map { " · " + self["approvalStage.\($0)"] } ?? ""
        return self["basis.\(approval.basis.rawValue)"] + stage
    }

    /// The name of a country or region in this language.
    package func name(of jurisdiction: Jurisdiction?) -> String {
        jurisdiction?.names[language] ?? jurisdiction?.names["en"] ?? jurisdiction?.code.rawValue ?? ""
    }
}
