import Definitions
import Simulation
import TestSupport

/// The shipped definitions, parsed once for all tests of this target.
enum Shipped {
    static let definitions = Result {
        try SharedDefinitions(ConfiguredDefinitions(folder: ConfigFolder(path: TestWorkspace.configuration)))
    }
}
