"""Small weights, exact arithmetic: turns a dynamically quantised ONNX model into one that computes in floats.

`quantize_dynamic` also rounds what flows through the network, scaled by what else is in the text, and multiplies
8-bit integers in ways that saturate on processors without VNNI: 2.2 % of the piece tags then depend on the computer.
Here the weights stay int8 in the file and become floats once, when the session is loaded.
"""

from pathlib import Path

import onnx
from onnx import ModelProto, NodeProto, TensorProto, helper

FLOAT = TensorProto.FLOAT


def float_arithmetic(path: Path) -> None:
    """Rewrite every integer multiplication of the model in `path` as a float one with the same weights."""
    model = onnx.load(str(path))
    _rewrite(model)
    _trust_softmax(model)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _trust_softmax(model: ModelProto) -> None:
    """Without `Where(IsNaN(softmax), 0, softmax)`: a fifth of the time, for rows that attend to nothing, and there are none."""
    graph = model.graph
    asked = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "IsNaN"}
    guards = [node for node in graph.node if node.op_type == "Where" and node.input[0] in asked]
    plain = {node.output[0]: node.input[2] for node in guards if node.input[2] == asked[node.input[0]]}
    for node in graph.node:
        for place, name in enumerate(node.input):
            node.input[place] = plain.get(name, name)
    kept = [node for node in graph.node if node.output[0] not in plain and node.output[0] not in asked]
    del graph.node[:]
    graph.node.extend(kept)


def _rewrite(model: ModelProto) -> None:
    graph = model.graph
    made_by = {out: node for node in graph.node for out in node.output}
    used_by = {name: node for node in graph.node for name in node.input}
    fixed = {tensor.name for tensor in graph.initializer}
    gone: set[str] = set()
    instead: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        # DynamicQuantizeLinear -> MatMulInteger -> Cast -> Mul by (activation scale x weight scale)
        rounded = made_by[node.input[0]]
        cast = used_by[node.output[0]]
        scaled = used_by[cast.output[0]]
        scales = made_by[next(name for name in scaled.input if name != cast.output[0])]
        scale = next(name for name in scales.input if name in fixed)
        wide, weight = f"{node.name}_wide", f"{node.name}_weight"
        instead[node.name] = [
            helper.make_node("Cast", [node.input[1]], [wide], to=FLOAT),
            helper.make_node("Mul", [wide, scale], [weight]),
            helper.make_node("MatMul", [rounded.input[0], weight], [scaled.output[0]]),
        ]
        gone |= {node.name, rounded.name, cast.name, scaled.name, scales.name}
    kept = [new for node in graph.node for new in instead.get(node.name, [] if node.name in gone else [node])]
    del graph.node[:]
    graph.node.extend(kept)
    needed = {name for node in graph.node for name in node.input}
    weights = [tensor for tensor in graph.initializer if tensor.name in needed]
    del graph.initializer[:]
    graph.initializer.extend(weights)
