// Shrinking a document that fails a test.

enum DocumentShrinking {
    /// Removes pieces of the document, one by one, while the condition holds.
    static func shrunk(_ document: [UInt8], while holds: ([UInt8]) -> Bool) -> [UInt8] {
        var document = document
        var length = max(1, document.count / 2)
        // Longer documents take too many attempts to be worth the last byte.
        var attempts = 4_000
        while length >= 1, attempts > 0 {
            var start = 0
            while start < document.count, attempts > 0 {
                var shorter = document
                shorter.removeSubrange(start..<min(start + length, document.count))
                attempts -= 1
                if holds(shorter) { document = shorter } else { start += length }
            }
            length /= 2
        }
        return document
    }
}
