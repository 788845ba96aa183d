package io.stele.server.whatsapp;

import io.stele.server.OnPostgres;

class SendsOnPostgresTest extends SendsTest implements OnPostgres {}
