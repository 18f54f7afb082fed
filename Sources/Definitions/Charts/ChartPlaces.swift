import Statecharts

/// Where the parts of a chart stand in its file, to find the place of a defect again.
final class ChartPlaces {
    var root = Place.start
    /// Every place at which a state of the name is declared.
    var states: [StateID: [Place]] = [:]
    /// The transition of each tag: the place of its event, or of `always`.
    var tags: [Int: Place] = [:]
    var targets: [Int: Tree] = [:]
    /// The initial states of a state, or of the chart.
    var initial: [StateID?: Tree] = [:]
    var raised: [EventName: [Place]] = [:]

    var stateNames: [String] { states.keys.map(\.rawValue).sorted() }

    /// The action that raises what `fields` names; remembers where.
    func raise(_ fields: Fields) -> Action? {
        guard let tree = fields["raise"], let name = fields.word("raise") else { return nil }
        raised[EventName(rawValue: name), default: []].append(tree.place)
        return .raise(EventName(rawValue: name))
    }

    func place(of state: StateID?) -> Place {
        state.flatMap { states[$0]?.first } ?? root
    }

    func place(ofInitial state: StateID? = nil, of owner: StateID?) -> Place {
        initial[owner]?.place(of: state?.rawValue) ?? place(of: owner)
    }

    func place(ofTarget state: StateID? = nil, tag: Int) -> Place {
        targets[tag]?.place(of: state?.rawValue) ?? tags[tag] ?? root
    }
}

extension Tree {
    /// Where `word` stands in a word or a list of words; the place of the whole when it is not there.
    func place(of word: String?) -> Place {
        elements.first { $0.content == .scalar(word ?? "") }?.place ?? place
    }
}
