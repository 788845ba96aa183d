package io.stele.server.whatsapp;

import io.stele.server.OnPostgres;

class InboundOnPostgresTest extends InboundTest implements OnPostgres {}
