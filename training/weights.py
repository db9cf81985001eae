"""Small weights: a float ONNX model whose matrices are 8-bit integers in blocks of 128, each block with its own scale.

At run time ONNX Runtime rounds what flows through the network to 8 bits as well, block by block and word by word, where
the processor multiplies integers faster than floats. Rounding it with one scale for a whole text, as `quantize_dynamic`
does, changed 1.6 % of the piece tags; this changes next to none (docs/decisions/0022).
"""

from pathlib import Path

import onnx
from onnx import ModelProto
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

BITS, BLOCK = 8, 128
INTEGERS = 4
"""ONNX Runtime's `accuracy_level` for products of 8-bit integers; floats (1) take 1.4 times as long."""


def small(source: Path, target: Path) -> None:
    """Write the float model in `source` to `target` with its matrices in 8 bits; word pieces stay as they are."""
    model = onnx.load(str(source))
    _trust_softmax(model)
    quantizer = MatMulNBitsQuantizer(
        model, bits=BITS, block_size=BLOCK, is_symmetric=True, accuracy_level=INTEGERS
    )
    quantizer.process()
    onnx.save(quantizer.model.model, str(target))


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
