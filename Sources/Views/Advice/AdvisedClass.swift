package import Engine
package import Regulation
package import Submissions

/// The category of software by IMDRF/SaMD WG/N12.
package struct SoftwareCategory: Hashable, Sendable {
    package let situation: SoftwareSituation
    package let significance: SoftwareSignificance

    package init(situation: SoftwareSituation, significance: SoftwareSignificance) {
        self.situation = situation
        self.significance = significance
    }
}

/// A class of the device in one country, and who says so.
package struct AdvisedClass: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
        /// The applicant, in the manifest.
        case declared
        /// The country's published table, read for the category of the software.
        case grid(SoftwareCategory, Source)
    }

    package let deviceClass: DeviceClass
    package let origin: Origin

    package init(_ deviceClass: DeviceClass, origin: Origin) {
        self.deviceClass = deviceClass
        self.origin = origin
    }
}

extension Tasuki {
    /// The classes that the tables of the targets, and of the countries that approved the product already, give its software
    /// where the manifest declares none.
    package func tabledClasses(
        of manifest: SubmissionManifest,
        on date: CivilDate
    ) throws -> [JurisdictionCode: DeviceClass] {
        let codes = Set(manifest.targets.map(\.jurisdiction) + manifest.approvals.map(\.jurisdiction))
        var classes: [JurisdictionCode: DeviceClass] = [:]
        for code in codes where manifest.classes[code] == nil {
            let found = try world.definitions.jurisdiction(code)?
                .advisedClass(declared: nil, category: manifest.category, on: date)
            classes[code] = found?.deviceClass
        }
        return classes
    }
}

extension Jurisdiction {
    /// The class that the applicant declares, else the one that the country's table gives; nil where neither is known.
    package func advisedClass(
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
