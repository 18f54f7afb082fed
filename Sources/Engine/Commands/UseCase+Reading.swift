import CanonicalJSON
import Regulation
import Submissions

extension UseCase {
    /// Reads the order against the submission: fields as the action declares them, free texts as commitments.
    ///
    /// - Throws: `Refusal` where a rule answers; ``EngineError`` for what is malformed.
    func read(in submission: Submission?, _ library: Library, _ world: World) throws -> ReadOrder {
        var texts = TextCommitter(randomBytes: world.randomBytes)
        switch order {
        case .refused(let refusal):
            throw refusal
        case .open(let opened):
            return ReadOrder(command: .open(opened), subject: nil)
        case .amend(let new):
            return ReadOrder(command: .amend(new), subject: nil)
        case .file(let revision, let entries, let codes):
            return ReadOrder(command: .file(revision: revision, entries: entries, for: codes), subject: nil)
        case .openTrack(let track, let code):
            return ReadOrder(command: .openTrack(track, code), subject: nil)
        case .openBundle(let hub, let codes):
            return ReadOrder(command: .openBundle(hub, codes), subject: nil)
        case .beginTrack(let track, let action, let fields):
            let (code, rule) = try library.opening(of: track, with: action, in: try opened(submission))
            var reader = PayloadReader(rule: rule, committer: texts)
            let payload = try reader.payload(fields, [])
            return ReadOrder(command: .beginTrack(track, code, action, payload), subject: nil, texts: reader.texts)
        case .act(let request, let frozen):
            let rule = try library.rule(request.action, of: request.name, in: try opened(submission))
            var reader = PayloadReader(rule: rule, committer: texts)
            let payload = try reader.payload(request.fields, request.documents)
            return ReadOrder(
                command: .act(request.name, request.action, payload, revision: frozen),
                subject: request.name,
                texts: reader.texts
            )
        case .correct(let request):
            let submission = try opened(submission)
            guard let record = try library.event(request.event, of: submission.name) else {
                throw Refusal.noSuchEvent(request.event)
            }
            guard let recording = submission.recording(record) else {
                let fields = try classes(request.fields, library)
                let reason = try texts.commit(reason: request.reason)
                return ReadOrder(
                    command: .correct(event: request.event, fields: fields, date: request.date, reason: reason),
                    subject: record.event.subject,
                    texts: texts.texts
                )
            }
            let rule = try library.rule(recording.action, of: recording.name, in: submission)
            var reader = PayloadReader(rule: rule, committer: texts)
            let fields = try reader.values(request.fields)
            let reason = try reader.commit(reason: request.reason)
            return ReadOrder(
                command: .correct(event: request.event, fields: fields, date: request.date, reason: reason),
                subject: recording.name,
                texts: reader.texts
            )
        case .reverse(let event, let reason):
            let submission = try opened(submission)
            let record = try library.event(event, of: submission.name)
            let reason = try texts.commit(reason: reason)
            return ReadOrder(
                command: .reverse(event: event, reason: reason),
                subject: record?.event.subject,
                texts: texts.texts
            )
        case .answerLetter(let event, let dispute):
            let submission = try opened(submission)
            let record = try library.event(event, of: submission.name)
            let reason = try dispute.map { try texts.commit(reason: $0) }
            return ReadOrder(
                command: reason.map { .disputeLetter(event: event, reason: $0) } ?? .confirmLetter(event: event),
                subject: record?.event.subject,
                texts: texts.texts
            )
        case .rebind(let name, let reason):
            let submission = try opened(submission)
            guard let subject = submission[name] else {
                throw Refusal.noSuchCase(name, known: submission.cases.map(\.name))
            }
            let pin = try library.currentRules(of: subject, in: submission)
            let reason = try texts.commit(reason: reason)
            return ReadOrder(command: .rebind(name, to: pin, reason: reason), subject: name, texts: texts.texts)
        }
    }

    /// The right classes of a filing; of a filing, or of a track that was opened, there is nothing else beside the day.
    private func classes(_ fields: [String: JSONValue], _ library: Library) throws -> [FieldName: FieldValue] {
        var classes: [FieldName: FieldValue] = [:]
        if let other = fields.keys.sorted().first(where: { $0 != ClassCorrection.key }) {
            throw Refusal.notCorrectable(FieldName(other))
        }
        guard let stated = fields[ClassCorrection.key] else { return [:] }
        guard case .object(let byCountry) = stated, !byCountry.isEmpty else {
            throw Refusal.notCorrectable(FieldName(ClassCorrection.key))
        }
        for (country, value) in byCountry.sorted(by: { $0.key < $1.key }) {
            let code = JurisdictionCode(country)
            let field = ClassCorrection.field(of: code)
            guard case .string(let name) = value else { throw Refusal.badField(field, expected: .code) }
            let known = try library.deviceClasses(of: code)
            guard known.contains(DeviceClass(name)) else { throw Refusal.unknownClass(name, code, known: known) }
            classes[field] = .code(name)
        }
        return classes
    }

    private func opened(_ submission: Submission?) throws -> Submission {
        guard let submission else { throw Refusal.notOpen(self.submission) }
        return submission
    }
}
