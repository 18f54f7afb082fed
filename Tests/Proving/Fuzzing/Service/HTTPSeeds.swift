/// Requests that the server answers well, or refuses for a reason.
enum HTTPSeeds {
    private static let json = "Content-Type: application/json\nIdempotency-Key: \"k-1\"\nIf-Match: \"3\""

    static let requests = [
        "GET /v1/submissions?limit=10&after=a", "GET /v1/submissions/colon-cade", "GET /", "GET /health",
        "GET /v1/submissions/colon-cade/status?country=SG&all=true&asOf=2026-05-12&lang=ja",
        "GET /v1/submissions/colon-cade/status?asOf=2026-05-12T10:00:00%2B09:00", "HEAD /submissions/colon-cade",
        "GET /v1/submissions/colon-cade/routes?on=2026-05-12&country=SG&lang=en", "GET /v1/cases/colon-cade/SG/actions",
        "GET /v1/cases/colon-cade%2FSG/actions?lang=en\nAccept-Language: ja;q=0.9, en-GB;q=0.5",
        "GET /submissions/colon-cade?asOf=2026-05-12&lang=ja", "GET /submissions/colon-cade/timeline.svg?lang=en",
        "GET /?after=colon-cade&lang=ja\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate",
        "POST /v1/cases/colon-cade/SG/actions/accept\n\(json)\n\n"
            + #"{"as":"officer@HSA","by":"tan","on":"2026-05-12"}"#,
        "POST /v1/cases/colon-cade/JP/actions/ask\n\(json)\n\n"
            + #"{"as":"officer@PMDA","by":"sato","fields":{"questions":[{"text":"Why?","heading":"CH5.02"#
            + #"","scope":"SG","priority":"major","owner":"tan","follows":"Q1","standsFor":["Q2"]}]}}"#,
        "POST /v1/cases/colon-cade/hub/actions/payFee\n\(json)\n\n"
            + #"{"as":"applicant","by":"lead","fields":{"reference":"INV-77","amount":"SGD 530.00"},"documents":"#
            + #"[{"name":"letter.pdf","mediaType":"application/pdf","content":"TGV0dGVy"}]}"#,
        "POST /v1/cases/colon-cade/SG/actions/approve\n\(json)\nOrigin: http://127.0.0.1:8080\n\n"
            + #"{"as":"officer@HSA","by":"tan","fields":{"number":"DE1","claims":["C1","C2"],"validUntil":"2031-05","#
            + #""conditions":[{"text":"Report","due":"2027-01-01"}],"flag":true,"count":9223372036854775807}}"#,
        "POST /v1/submissions/colon-cade/tracks\n\(json)\n\n"
            + #"{"as":"applicant","by":"lead","on":"2026-05-12","jurisdiction":"JP","track":"reimbursement"}"#,
    ]

    static let words = [
        "colon-cade", "colon-cade%2FSG", "officer@HSA", "officer@PMDA", "accept", "hub", "JP-2", "tracks", "actions",
        "Host: evil.example", "Host: [::1]:8080", "Content-Length: 99999999999999999999", "If-Match: *",
        "If-Match: \"\"",
        "If-Match: \"-1\"", "If-Match: \"9223372036854775808\"", "Idempotency-Key: \"", "Content-Type: text/plain",
        "Accept-Language: q;q=;;,", "?asOf=9999-12-31", "&limit=0", "PUT ", "DELETE ", "OPTIONS ", "BREW ",
        "\"as\":\"deadline\"", "\"documents\":[{}]", "\"content\":\"%%%\"", "+", "%2B", "&", "=", "#", ";",
    ]
}
