// A walk through 100,000 projects, item by item and by whole pages, each in a process of its own.

import Documents
import Foundation
import GitLab
import LoopbackServer
import Measuring

enum LongWalk {
    private static let pages = 1_000

    /// Seconds, seconds of the processor, and the most megabytes that the process had.
    static func measured(_ way: String) async throws -> [String] {
        let body = VariedProjects.page(100)
        let server = try LoopbackServer { target in
            let page = PagesBenchmark.page(in: target)
            // No page is like the one before.
            var response = LoopbackServer.Response(page.isMultiple(of: 2) ? [0x20] + body : body)
            response.fields = ["X-Page": "\(page)", "X-Next-Page": page < pages ? "\(page + 1)" : ""]
            return response
        }
        let gitlab = try PagesBenchmark.client(server.port)
        let (start, processor) = (ContinuousClock.now, ProcessorTime.now)
        var count = 0
        if way == "items" {
            for try await project in gitlab.projects.list() { count += project.id > 0 ? 1 : 0 }
        } else {
            for try await page in gitlab.projects.list().pages {
                for project in page.items { count += project.id > 0 ? 1 : 0 }
            }
        }
        guard count == pages * 100 else { throw Lost(count: count) }
        return [
            Table.decimal((ContinuousClock.now - start) / .seconds(1), 2),
            Table.decimal(Double(ProcessorTime.now - processor) / 1e9, 2),
            Table.decimal(try peak() / 1_024, 1),
        ]
    }

    static func table() async throws -> String {
        var table = Table(["100,000 projects", "s", "CPU s, with the server", "peak memory MB"])
        var rows: [String: [[String]]] = [:]
        for round in 0..<3 {
            for way in round.isMultiple(of: 2) ? ["pages", "items"] : ["items", "pages"] {
                rows[way, default: []].append(try run(way))
            }
        }
        for (way, name) in [("pages", "whole pages"), ("items", "item by item")] {
            let columns = (0..<3).map { column in
                PagesBenchmark.median((rows[way] ?? []).compactMap { Double($0[column]) })
            }
            table.add([name] + columns.map { Table.decimal($0, 2) })
        }
        return table.markdown
    }

    private static func run(_ way: String) throws -> [String] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = ["walk", way]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.trimmingCharacters(in: .newlines).components(separatedBy: "\t")
    }

    /// The most kilobytes of memory that this process had.
    private static func peak() throws -> Double {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Double($0.split(whereSeparator: \.isWhitespace)[1]) } ?? 0
    }

    struct Lost: Error {
        let count: Int
    }
}
