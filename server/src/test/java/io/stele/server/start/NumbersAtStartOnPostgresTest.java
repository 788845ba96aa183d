package io.stele.server.start;

import io.stele.server.OnPostgres;

class NumbersAtStartOnPostgresTest extends NumbersAtStartTest implements OnPostgres {}
