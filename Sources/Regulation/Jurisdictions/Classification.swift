/// The classes of devices in a jurisdiction, and how software gets one.
package struct Classification: Hashable, Sendable {
    /// A rule for stand-alone software.
    package struct Software: Hashable, Sendable {
        /// By state of the healthcare situation, then by significance of the information (IMDRF/SaMD WG/N12).
        package let grid: [SoftwareSituation: [SoftwareSignificance: DeviceClass]]
        package let names: [String: String]
        package let source: Source

        package init(
            grid: [SoftwareSituation: [SoftwareSignificance: DeviceClass]],
            names: [String: String],
            source: Source
        ) {
            self.grid = grid
            self.names = names
            self.source = source
        }
    }

    package let classes: [DeviceClass]
    package let software: Software?
    package let window: Window
    package let source: Source

    package init(classes: [DeviceClass], software: Software?, window: Window = .always, source: Source) {
        self.classes = classes
        self.software = software
        self.window = window
        self.source = source
    }

    /// The class that the grid gives; nil where the jurisdiction publishes none.
    package func deviceClass(_ situation: SoftwareSituation, _ significance: SoftwareSignificance) -> DeviceClass? {
        software?.grid[situation]?[significance]
    }
}

/// State of the healthcare situation or condition: IMDRF/SaMD WG/N12 FINAL:2014, section 5.2.
package enum SoftwareSituation: String, Hashable, Sendable, CaseIterable {
    case critical, serious
    case nonSerious = "non-serious"
}

/// Significance of the information to the healthcare decision: IMDRF/SaMD WG/N12 FINAL:2014, section 5.1.
package enum SoftwareSignificance: String, Hashable, Sendable, CaseIterable {
    case treatOrDiagnose = "treat-or-diagnose"
    case driveClinicalManagement = "drive-clinical-management"
    case informClinicalManagement = "inform-clinical-management"
}

/// A law or notice, by its names.
package struct Law: Hashable, Sendable {
    package let names: [String: String]
    package let source: Source

    package init(names: [String: String], source: Source) {
        self.names = names
        self.source = source
    }
}

/// Who must hold the approval in the country.
package struct HolderRule: Hashable, Sendable {
    package let names: [String: String]
    package let source: Source

    package init(names: [String: String], source: Source) {
        self.names = names
        self.source = source
    }
}
