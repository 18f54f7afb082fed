import Engine
package import Regulation

/// Why a figure is not known.
package enum FigureGap: String, Hashable, Sendable, CaseIterable {
    /// No source states one.
    case unstated
    /// It depends on the class of the device, and that is not known.
    case classUnknown = "class-unknown"
    /// It is stated for other classes only.
    case otherClasses = "other-classes"
}

extension FigureGap {
    /// Nil where the figure for the class is stated.
    init?(of figure: Figure<some Hashable & Sendable>?, for deviceClass: DeviceClass?) {
        switch figure {
        case nil: self = .unstated
        case .all: return nil
        case .byClass(let values):
            guard let deviceClass else {
                self = .classUnknown
                return
            }
            guard values[deviceClass] == nil else { return nil }
            self = .otherClasses
        }
    }
}

/// A fee of a route for the class of the device.
package struct AdvisedFee: Hashable, Sendable {
    package let rule: FeeRule
    package let amount: Money?
    package let gap: FigureGap?
    /// Whether nobody knows that the fee was asked for on that day.
    package let isFirstDayUnknown: Bool

    package var isDoubtful: Bool { isUnconfirmed || isFirstDayUnknown }
    package var isUnconfirmed: Bool { rule.source.confidence == .unconfirmed }

    init(_ rule: FeeRule, for deviceClass: DeviceClass?, on date: CivilDate, within route: Window) {
        self.rule = rule
        isFirstDayUnknown = rule.isFirstDayUnknown(on: date, within: route)
        amount = rule.amounts?.value(for: deviceClass)
        gap = FigureGap(of: rule.amounts, for: deviceClass)
    }
}
