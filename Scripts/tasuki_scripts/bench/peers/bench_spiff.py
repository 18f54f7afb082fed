"""SpiffWorkflow: a BPMN process of twelve manual tasks; the whole workflow is stored as JSON at each transition."""

import SpiffWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from bench_common import EVENTS, STATES, Store, drive, report

process = [
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">',
    '<bpmn:process id="sub" isExecutable="true">',
    '<bpmn:startEvent id="start"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>',
]
for i, name in enumerate(EVENTS):
    process.append(f'<bpmn:manualTask id="{name}" name="{name}"><bpmn:incoming>f{i}</bpmn:incoming>'
                   f'<bpmn:outgoing>f{i + 1}</bpmn:outgoing></bpmn:manualTask>')
process.append('<bpmn:endEvent id="end"><bpmn:incoming>f12</bpmn:incoming></bpmn:endEvent>')
nodes = ["start", *EVENTS, "end"]
for i in range(len(nodes) - 1):
    process.append(f'<bpmn:sequenceFlow id="f{i}" sourceRef="{nodes[i]}" targetRef="{nodes[i + 1]}"/>')
process.append("</bpmn:process></bpmn:definitions>")

parser = BpmnParser()
parser.add_bpmn_str("".join(process).encode())
spec = parser.get_spec("sub")
serializer = BpmnWorkflowSerializer(registry=BpmnWorkflowSerializer.configure())
store = Store("spiff")
largest = 0


def walk(i, done):
    global largest
    workflow = BpmnWorkflow(spec)
    workflow.do_engine_steps()
    for k, name in enumerate(EVENTS):
        task = workflow.get_tasks(state=TaskState.READY, manual=True)[0]
        assert task.task_spec.name == name
        task.data["actor"] = "ra"
        task.run()
        workflow.do_engine_steps()
        snapshot = serializer.serialize_json(workflow)
        largest = max(largest, len(snapshot))
        store.move(f"s{i}", k, name, STATES[k], STATES[k + 1], snapshot=snapshot)
        done()
    assert workflow.completed


seconds, samples = drive(walk)
store.check()
report("SpiffWorkflow", seconds, samples,
       f"v{SpiffWorkflow.__version__}, BPMN, a JSON snapshot of {largest} bytes each time, durability written by hand")
