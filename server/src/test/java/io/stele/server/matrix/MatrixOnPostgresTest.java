package io.stele.server.matrix;

import io.stele.server.OnPostgres;

class MatrixOnPostgresTest extends MatrixTest implements OnPostgres {}
