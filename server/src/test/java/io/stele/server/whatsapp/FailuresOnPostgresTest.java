package io.stele.server.whatsapp;

import io.stele.server.OnPostgres;

class FailuresOnPostgresTest extends FailuresTest implements OnPostgres {}
