import Definitions
import Engine
import Submissions
import Views

extension CachedDefinitions: ManifestSource {
    func manifest(from text: String) throws -> SubmissionManifest {
        try ManifestReader.manifest(from: SourceFile(path: "submission.yaml", text: text))
    }
}
