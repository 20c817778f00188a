// A bot that welcomes new contributors. It needs GITLAB_URL and GITLAB_TOKEN for its comments, and WEBHOOK_SECRET, the secret
// token of the webhook. It listens at http://127.0.0.1:8080/webhook; a proxy with TLS stands in front of it.

import FlyingFox
import Foundation
import GitLab
import Welcome

func report(_ problem: String) {
    FileHandle.standardError.write(Data("error: \(problem)\n".utf8))
}

guard let secret = ProcessInfo.processInfo.environment["WEBHOOK_SECRET"], !secret.isEmpty else {
    report("set WEBHOOK_SECRET to the secret token of the webhook")
    exit(1)
}
let welcome = Welcome(try GitLabClient.fromEnvironment())
let receiver = Receiver(secret: secret)
let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 8080))
await server.appendRoute("POST /webhook", to: receiver)
try await withThrowingTaskGroup { group in
    group.addTask { try await server.run() }
    group.addTask { await welcome.react(to: receiver.events) { report("\($0)") } }
    try await group.next()
    group.cancelAll()
}
