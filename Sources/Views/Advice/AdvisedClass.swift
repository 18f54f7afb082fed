import Engine
public import Regulation
import Submissions

/// The category of software by IMDRF/SaMD WG/N12.
public struct SoftwareCategory: Hashable, Sendable {
    public let situation: SoftwareSituation
    public let significance: SoftwareSignificance

    public init(situation: SoftwareSituation, significance: SoftwareSignificance) {
        self.situation = situation
        self.significance = significance
    }
}

/// A class of the device in one country, and who says so.
public struct AdvisedClass: Hashable, Sendable {
    public enum Origin: Hashable, Sendable {
        /// The applicant, in the manifest.
        case declared
        /// The country's published table, read for the category of the software.
        case grid(SoftwareCategory, Source)
    }

    public let deviceClass: DeviceClass
    public let origin: Origin

    public init(_ deviceClass: DeviceClass, origin: Origin) {
        self.deviceClass = deviceClass
        self.origin = origin
    }
}

extension Jurisdiction {
    /// The class that the applicant declares, else the one that the country's table gives; nil where neither is known.
    public func advisedClass(
        declared: DeviceClass?,
        category: SoftwareCategory?,
        on date: CivilDate
    ) -> AdvisedClass? {
        if let declared { return AdvisedClass(declared, origin: .declared) }
        guard let category, let classification = classification(on: date), let software = classification.software,
            let found = classification.deviceClass(category.situation, category.significance)
        else { return nil }
        return AdvisedClass(found, origin: .grid(category, software.source))
    }
}
