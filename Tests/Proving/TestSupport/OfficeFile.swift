/// Files as offices keep them, made byte by byte: whole, encrypted and cut off.
package enum OfficeFile {
    /// A PDF with one empty page and its table of references; encrypted, its trailer says so.
    package static func pdf(_ text: String = "", isEncrypted: Bool = false) -> [UInt8] {
        var body = "%PDF-1.7\n% \(text)\n"
        var offsets: [Int] = []
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
        if isEncrypted { objects.append("<< /Filter /Standard /V 4 /R 4 /Length 128 /P -3904 >>") }
        for (index, object) in objects.enumerated() {
            offsets.append(body.utf8.count)
            body += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = body.utf8.count
        body += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { body += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
        let encrypt = isEncrypted ? " /Encrypt \(objects.count) 0 R" : ""
        body += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R\(encrypt) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(body.utf8)
    }

    /// A Word file as far as its directory tells: `word/document.xml` and what names it.
    package static func docx(_ text: String = "") -> [UInt8] {
        zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document>\(text)</w:document>")])
    }

    package static func xlsx(_ text: String = "") -> [UInt8] {
        zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook>\(text)</workbook>")])
    }

    package static func pptx(_ text: String = "") -> [UInt8] {
        zip([("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p:presentation>\(text)</p:presentation>")])
    }

    /// A zip whose entries are stored as they are; encrypted, each entry says so.
    package static func zip(_ entries: [(name: String, text: String)], isEncrypted: Bool = false) -> [UInt8] {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, text) in entries {
            let (name, bytes) = (Array(name.utf8), Array(text.utf8))
            // The version that is needed, whether it is encrypted, stored, no time, the check sum and both sizes.
            let header =
                little(20, 2) + little(isEncrypted ? 1 : 0, 2) + little(0, 2) + little(0, 4) + little(crc32(bytes), 4)
                + little(bytes.count, 4) + little(bytes.count, 4) + little(name.count, 2) + little(0, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + header
            directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(body.count, 4) + name
            body += little(0x0403_4B50, 4) + header + name + bytes
        }
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
            + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
        return body + directory + end
    }

    /// A compound file with these streams in its directory; `EncryptedPackage` is what Office makes of an encrypted file.
    package static func compoundFile(_ streams: [String]) -> [UInt8] {
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += little(0x3E, 2) + little(3, 2) + [0xFE, 0xFF] + little(9, 2) + little(6, 2)
        header += [UInt8](repeating: 0, count: 10) + little(1, 4) + little(1, 4)
        header += [UInt8](repeating: 0, count: 512 - header.count)
        let table = [UInt8](repeating: 0xFF, count: 512)
        var directory: [UInt8] = []
        for name in ["Root Entry"] + streams {
            let units = name.utf16.flatMap { little(Int($0), 2) }
            directory += units + [UInt8](repeating: 0, count: 128 - units.count)
        }
        return header + table + directory + [UInt8](repeating: 0, count: (512 - directory.count % 512) % 512)
    }

    package static var encryptedDocx: [UInt8] {
        compoundFile(["\u{6}DataSpaces", "EncryptionInfo", "EncryptedPackage"])
    }

    package static var png: [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [UInt8](repeating: 1, count: 13))
            + chunk("IDAT", [UInt8](repeating: 7, count: 100)) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + bytes
        return little(bytes.count, 4).reversed() + body + little(crc32(body), 4).reversed()
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(sum ^ 0xFFFF_FFFF)
    }
}
