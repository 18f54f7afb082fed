package import Engine
package import Regulation
package import Submissions

// What could not be read: the field, what was read, what is accepted, and what was probably meant.
extension Labels {
    package func words(for misreading: Misreading, at path: String) -> String {
        text("refusals.invalidField", name(ofField: path), words(for: misreading))
    }

    private func words(for misreading: Misreading) -> String {
        switch misreading {
        case .date(let read):
            notRead("problems.expected.date", read) + words(for: DateGuess(reading: read))
        case .money(let read):
            notRead("refusals.expectedMoney", read) + meant(MoneyDefect.meant(by: read)?.description)
        case .code(let read, let defect):
            notRead("refusals.expectedCode", read) + self["refusals.separator"] + words(for: defect)
        case .document(let name, let defect): words(for: defect, of: name)
        }
    }

    /// The date of an option or parameter, which cannot be read.
    package func words(forDate read: String, of name: String, _ form: DateForm) -> String {
        let key =
            switch form {
            case .date: "refusals.badDate"
            case .day: "refusals.badDay"
            case .moment: "refusals.badMoment"
            }
        return "\(name): " + text(key, Self.shown(read)) + words(for: DateGuess(reading: read))
    }

    /// The day or instant of a look back that has not come yet, and what was probably meant.
    package func words(forMoment read: String, of name: String, _ today: CivilDate) -> String {
        let meant = PartialDate(read).flatMap { date in DateGuess(for: date) { $0.earliest <= today } }
        return "\(name): " + text("refusals.futureDate", Self.shown(read), today.description) + words(for: meant)
    }

    /// Empty where nothing is guessed, or a sentence that follows another.
    package func words(for guess: DateGuess?) -> String {
        guard let guess else { return "" }
        guard let count = guess.count else { return meant(guess.date.description) }
        let year = text("refusals.yearCounts.\(count.rawValue)", "\(guess.yearAsWritten)")
        return self["refusals.separator"] + text("refusals.meantIn", guess.date.description, year)
    }

    /// Why the date cannot stand in its field.
    func words(for misfit: DateMisfit, in field: String) -> String {
        let (date, from) = (misfit.date.description, misfit.from.description)
        let sentence =
            switch misfit.kind {
            case .ahead: text("refusals.dateAhead", field, date, from)
            case .behind(orSame: false): text("refusals.dateBehind", field, date, from)
            case .behind(orSame: true): text("refusals.dateNotAfter", field, date, from)
            case .far(let reach): text("refusals.dateFar", field, date, from, words(for: reach))
            case .outOfOrder(let other, let limit):
                text("refusals.dateOutOfOrder", field, date, name(ofField: other.rawValue), limit.description)
            case .notNext(let last, let isGrant):
                text(isGrant ? "refusals.dateBeforeGrant" : "refusals.dateNotNext", field, date, last.description)
            case .skipping(let reach, let last):
                text("refusals.dateSkips", field, date, last.description, words(for: reach))
            }
        return sentence + words(for: misfit.meant)
    }

    func words(for reach: DateRule.Reach) -> String {
        text("refusals.reach.\(reach.unit.rawValue)", "\(reach.count)")
    }

    private func words(for defect: WrittenCode.Defect) -> String {
        switch defect {
        case .tooLong(let count): text("refusals.codeTooLong", "\(count)")
        case .character(let scalar, let place):
            text("refusals.codeCharacter", "\(place)", WrittenCode.Defect.name(of: scalar))
        case .noLetterOrDigit: self["refusals.codeWithoutLetters"]
        }
    }

    private func words(for defect: DocumentDefect, of name: String) -> String {
        switch defect {
        case .empty: text("refusals.documents.empty", name)
        case .blank: text("refusals.documents.blank", name)
        case .name: text("refusals.documents.name", name)
        case .mediaType(let type): text("refusals.documents.mediaType", name, Self.shown(type))
        case .leftover: text("refusals.documents.leftover", name)
        }
    }

    /// What the field is called, and its name; a path is its own name.
    func name(ofField path: String) -> String { text(ifAny: "fields.\(path)").map { "\($0) (\(path))" } ?? path }

    /// What a correction put right: a field of an act, or the class under which a country was filed.
    package func name(ofCorrected field: FieldName) -> String {
        ClassCorrection.jurisdiction(of: field).map { text("amendment.classIn", $0.rawValue) }
            ?? self["fields.\(field)"]
    }

    private func notRead(_ expected: String, _ read: String) -> String {
        text("refusals.notRead", self[expected], Self.shown(read))
    }

    private func meant(_ text: String?) -> String {
        text.map { self["refusals.separator"] + self.text("refusals.meant", $0) } ?? ""
    }

    /// What was read, as it can be shown: not without end, and with what cannot be seen by its number.
    package static func shown(_ text: String) -> String {
        let limit = 80
        let scalars = text.unicodeScalars
        let words = scalars.prefix(limit).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
                "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: String(scalar)
            }
        }
        return words.joined() + (scalars.count > limit ? "…" : "")
    }
}
