/// The class of a device as one country writes it: `B`, `IIa`, `3`.
package typealias DeviceClass = Identifier<DeviceClassSubject>

package enum DeviceClassSubject {}

/// One figure of a rule: the same for every class of device, or one for each class.
package enum Figure<Value: Hashable & Sendable>: Hashable, Sendable {
    case all(Value)
    case byClass([DeviceClass: Value])

    /// The figure for `deviceClass`; nil where the rule states none for it, or where the class is not known but counts.
    package func value(for deviceClass: DeviceClass?) -> Value? {
        switch self {
        case .all(let value): value
        case .byClass(let values): deviceClass.flatMap { values[$0] }
        }
    }

    /// The figures with their classes in order; without a class where one holds for all.
    package var entries: [(deviceClass: DeviceClass?, value: Value)] {
        switch self {
        case .all(let value): [(nil, value)]
        case .byClass(let values): values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }
}
