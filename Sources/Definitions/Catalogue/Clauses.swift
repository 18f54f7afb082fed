import Regulation
import Statecharts
import Submissions

/// What a procedure says beyond its chart, gathered while the chart is read.
struct Clauses {
    let findings: Findings
    var guards: [Int: Guard] = [:]
    var effects: [Effect] = []
    var details: [StateID: StateDetail] = [:]
    /// Why a state is meant to be as it is.
    var deliberate: [StateID: String] = [:]
    var uses = Uses()

    init(_ findings: Findings) {
        self.findings = findings
    }

    mutating func readGuard(_ tree: Tree, of tag: Int, on occasion: Occasion) {
        guards[tag] = condition(tree, on: occasion)
    }

    /// The action in `tree`: an event to raise, or the number of an effect.
    mutating func action(_ tree: Tree, on occasion: Occasion, raise places: ChartPlaces) -> Action? {
        guard let clause = Catalogue.effects.clause(tree, findings) else { return nil }
        if case .form("raise", let fields) = clause {
            guard let action = places.raise(fields), case .raise(let event) = action else { return nil }
            uses.raised.append(Use(event, fields.place(of: "raise")))
            return action
        }
        guard let effect = effect(clause, on: occasion) else { return nil }
        effects.append(effect)
        return .effect(effects.count - 1)
    }

    /// Notes a use of the field that `key` names.
    mutating func field(
        _ key: String,
        of fields: Fields,
        kinds: [Field.Kind] = [],
        value: String? = nil,
        on occasion: Occasion
    ) -> FieldName? {
        guard let tree = fields[key], let text = fields.word(key) else { return nil }
        let name = FieldName(text)
        uses.fields.append(.init(name: name, place: tree.place, kinds: kinds, value: value, occasion: occasion))
        return name
    }
}
