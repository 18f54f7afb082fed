import Regulation

// What bodies say of what the applicant typed in from their letters.
extension DecisionRun {
    /// Records that the body did what was typed in from its letter, or, with a reason, that it did not.
    ///
    /// The last word counts: who disputed may confirm later, and the other way round. What was said holds for the entry as
    /// it stands; a correction by the applicant asks anew.
    mutating func answerLetter(_ event: Int, disputing reason: TextCommitment?) throws(Refusal) {
        guard event >= 1, event <= submission.version else { throw .noSuchEvent(event) }
        guard let letter = submission.transcription(event), let body = letter.body else { throw .noLetter(event) }
        guard context.actor.capacity.body == body else { throw .notSender(event, of: body) }
        let subject = try subject(letter.name)
        try expectVersion(of: subject)
        if let answer = letter.answer, (answer.dispute != nil) == (reason != nil) {
            throw .letterAnswered(event, by: answer.event, disputed: letter.isDisputed)
        }
        let today = PartialDate.day(try rules(of: subject).zone.civilDate(at: context.now))
        if let reason {
            record(.letterDisputed(LetterDisputed(event: event, name: letter.name, reason: reason)), on: today)
        } else {
            record(.letterConfirmed(LetterConfirmed(event: event, name: letter.name)), on: today)
        }
    }
}
