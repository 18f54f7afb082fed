import CanonicalJSON

/// One step into a JSON value.
enum PlaceStep: Hashable {
    case key(String)
    case position(Int)
}

extension JSONValue {
    /// The way to every value inside this one, outside in and in a stable order.
    func places(includingRoot: Bool = false) -> [[PlaceStep]] {
        var places: [[PlaceStep]] = includingRoot ? [[]] : []
        switch self {
        case .object(let members):
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                places += member.places(includingRoot: true).map { [.key(key)] + $0 }
            }
        case .array(let elements):
            for (position, element) in elements.enumerated() {
                places += element.places(includingRoot: true).map { [.position(position)] + $0 }
            }
        default:
            break
        }
        return places
    }

    func value(at place: some Collection<PlaceStep>) -> JSONValue? {
        switch (self, place.first) {
        case (_, nil): self
        case (.object(let members), .key(let key)): members[key]?.value(at: place.dropFirst())
        case (.array(let elements), .position(let position)): elements[position].value(at: place.dropFirst())
        default: nil
        }
    }

    /// The value with another one at `place`, or without what stands there when `value` is nil.
    func replacing(_ place: some Collection<PlaceStep>, with value: JSONValue?) -> JSONValue {
        let rest = place.dropFirst()
        switch (self, place.first) {
        case (.object(var members), .key(let key)):
            members[key] = rest.isEmpty ? value : members[key]?.replacing(rest, with: value)
            return .object(members)
        case (.array(var elements), .position(let position)):
            if !rest.isEmpty {
                elements[position] = elements[position].replacing(rest, with: value)
            } else if let value {
                elements[position] = value
            } else {
                elements.remove(at: position)
            }
            return .array(elements)
        default:
            return self
        }
    }
}
