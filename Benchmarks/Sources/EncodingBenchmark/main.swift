// What it costs to write a request down, against what Foundation offers for it.

try await ListRequest.run()
try await CreateRequest.run()
