import CommandLineTool

await TasukiCommand.start()
