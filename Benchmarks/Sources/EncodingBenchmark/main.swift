// What it costs to write a request down, against what Foundation offers for it.

ListRequest.run()
CreateRequest.run()
