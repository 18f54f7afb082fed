import Definitions
import Engine
import Regulation
import Submissions
import Views

extension CachedDefinitions: PlanSource {
    func manifest(from text: String) throws -> SubmissionManifest {
        try ManifestReader.manifest(from: SourceFile(path: "submission.yaml", text: text))
    }

    func forecast() throws -> Forecast { try source.folder.forecast() }
}
