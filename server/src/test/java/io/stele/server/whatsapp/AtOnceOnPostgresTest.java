package io.stele.server.whatsapp;

import io.stele.server.OnPostgres;

class AtOnceOnPostgresTest extends AtOnceTest implements OnPostgres {}
