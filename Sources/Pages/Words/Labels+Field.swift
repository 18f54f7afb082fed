import Engine
import Regulation
import Submissions
import Views

extension Labels {
    /// The value of a field in words; nil where nothing was handed in.
    func words(for value: FieldValue, _ texts: CommittedTexts) -> String? {
        switch value {
        case .text(let commitment): texts[commitment]
        case .code(let code): code
        case .money(let money): money.description
        case .date(let date): date.description
        case .integer(let number): "\(number)"
        case .flag(let flag): self["choices.\(flag)"]
        case .choice(let choice): text(ifAny: "choices.\(choice)") ?? choice
        case .claims(let claims): joined(claims.map(\.rawValue))
        case .jurisdictions(let codes): joined(codes.map(\.rawValue))
        case .questions(let drafts): joined(drafts.map { texts[$0.text] })
        case .answers(let drafts): joined(drafts.map { "\($0.question): \(texts[$0.text])" })
        case .conditions(let conditions): joined(conditions.map { texts[$0.text] })
        }
    }

    private func joined(_ items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: ", ") }
}
