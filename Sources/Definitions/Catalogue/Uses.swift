import Statecharts
import Submissions

/// A name and where it is used.
struct Use<Name: Hashable> {
    let name: Name
    let place: Place

    init(_ name: Name, _ place: Place) {
        self.name = name
        self.place = place
    }
}

/// The names that a procedure uses, to be held against those it declares once the file is read to its end.
struct Uses {
    /// What a field is used for, and so which kinds it may have.
    struct FieldUse {
        let name: FieldName
        let place: Place
        let kinds: [Field.Kind]
        /// The value that a guard compares it with.
        let value: String?
        let occasion: Occasion
    }

    var states: [Use<StateID>] = []
    var clocks: [Use<String>] = []
    var fields: [FieldUse] = []
    /// Guards over a field of the kind `claims`, whatever its name.
    var claims: [(place: Place, occasion: Occasion)] = []
    /// Facts and variables of the case itself.
    var factsRead: [Use<FactName>] = []
    var factsSet: Set<FactName> = []
    var variablesRead: [Use<VariableName>] = []
    var variablesSet: Set<VariableName> = []
    /// Where each fact and variable is first given a value.
    var settings: [String: Place] = [:]
    /// Facts of other cases.
    var foreignFacts: [Use<FactName>] = []

    /// What transitions wait for.
    var awaited: [Use<EventDescriptor>] = []
    /// What this procedure raises for itself, deadlines included.
    var raised: [Use<EventName>] = []
    var deadlines: [Use<EventName>] = []
    var sent: [Use<EventName>] = []
    var fees: [Use<String>] = []
    var routeValues: [Use<String>] = []
    var periods: [Use<String>] = []
    var tracks: [Use<String>] = []
    /// Where it is asked what may be told.
    var tellings: [Place] = []
    /// Questions about the product.
    var traits: [Use<String>] = []

    mutating func noteSetting(_ name: String, at place: Place) {
        if settings[name] == nil { settings[name] = place }
    }
}
