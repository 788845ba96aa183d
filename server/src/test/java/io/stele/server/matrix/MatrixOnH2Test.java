package io.stele.server.matrix;

import io.stele.server.OnH2;

class MatrixOnH2Test extends MatrixTest implements OnH2 {}
