import CanonicalJSON
import Testing

@testable import CommandLineTool

@Suite("A command's answer")
struct AnswerTests {
    private struct Unwanted: Error {}

    @Test("is made in the format that was asked for, and in no other")
    func onlyOne() throws {
        let people = Answer(
            display: { "in \($0) columns" },
            payload: { throw Unwanted() },
            sheet: { throw Unwanted() }
        )
        #expect(try people.text(in: .table, width: 60) == "in 60 columns")
        let programs = Answer(
            display: { _ in throw Unwanted() },
            payload: { ["case": "a/SG"] },
            sheet: { throw Unwanted() }
        )
        #expect(try programs.text(in: .json, width: 60) == "{\n  \"case\": \"a/SG\"\n}")
        let spreadsheets = Answer(
            display: { _ in throw Unwanted() },
            payload: { throw Unwanted() },
            sheet: { [["case", "state"], ["a/SG", "=1+1"]] }
        )
        #expect(try spreadsheets.text(in: .csv, width: 60) == "case,state\r\na/SG,'=1+1")
    }

    @Test("says its sentence where CSV is asked for and it has no rows")
    func sentence() throws {
        let answer = Answer(display: { _ in "Opened a/SG." }, payload: { throw Unwanted() })
        #expect(try answer.text(in: .csv, width: 60) == "Opened a/SG.")
    }

    @Test("keeps a form of JSON of its own as it is, but for the end of the last line")
    func ownForm() throws {
        let answer = Answer(
            display: { _ in throw Unwanted() },
            json: { "[ 2,\n1 ]\n" },
            sheet: { throw Unwanted() }
        )
        #expect(try answer.text(in: .json, width: 60) == "[ 2,\n1 ]")
    }
}
