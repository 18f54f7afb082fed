/// The picture's own style sheet: dark colours on screens that ask for them; light ones stand in the attributes, so
/// that programs without style sheets draw the picture too.
enum PictureStyle {
    static let text = """
        text{font-family:system-ui,-apple-system,"Segoe UI","Hiragino Sans","Yu Gothic UI","Noto Sans JP",sans-serif}
        @media screen and (prefers-color-scheme:dark){
        .tl-ink{fill:#e8edf3}.tl-muted{fill:#a9b6c4}.tl-stripe{fill:#1e2730}.tl-grid{stroke:#35414e}
        .tl-year{stroke:#5b6977}.tl-future{fill:#232d38}.tl-now{stroke:#7cb8f2}.tl-now-text{fill:#7cb8f2}
        .tl-agency{fill:#4a86bd}.tl-agency-text{fill:#06121d}.tl-applicant-ground{fill:#5c421a}
        .tl-applicant-line{stroke:#8f6828}.tl-applicant-text{fill:#ffe9c4}.tl-hub-ground{fill:#3b3160}
        .tl-hub-line{stroke:#5c4f8c}.tl-hub-text{fill:#ebe5ff}.tl-others-ground{fill:#333f4b}
        .tl-others-line{stroke:#5b6977}.tl-others-text{fill:#e8edf3}.tl-nobody{fill:#7b8794}
        .tl-nobody-text{fill:#c3ced9}.tl-granted{fill:#4fbf8b}
        .tl-mark-ink{fill:#e8edf3;stroke:#e8edf3}.tl-mark-good{fill:#4fbf8b;stroke:#4fbf8b}
        .tl-mark-bad{fill:#ff8f8a;stroke:#ff8f8a}.tl-hollow{fill:#19212a}
        .tl-due{stroke:#ffc069}.tl-due-text{fill:#ffc069}.tl-late{stroke:#ff8f8a}.tl-late-text{fill:#ff8f8a}
        .tl-paper{fill:#19212a}.tl-ring{stroke:#a9b6c4}
        }
        """
}
