import ArgumentParser
import Regulation

/// A kind of application as people type it.
struct ApplicationTypeArgument: ExpressibleByArgument, CustomStringConvertible {
    static var allValueStrings: [String] { Requirement.ApplicationType.allCases.map(\.rawValue) }

    let type: Requirement.ApplicationType

    init?(argument: String) {
        guard let type = Requirement.ApplicationType(rawValue: argument) else { return nil }
        self.type = type
    }

    init(_ type: Requirement.ApplicationType) { self.type = type }

    var description: String { type.rawValue }
}

/// A heading of the IMDRF Table of Contents as people type it: `CH3.02`, `3.2`.
struct HeadingArgument: ExpressibleByArgument {
    let code: HeadingCode

    init?(argument: String) {
        guard let code = HeadingCode(argument) else { return nil }
        self.code = code
    }
}
