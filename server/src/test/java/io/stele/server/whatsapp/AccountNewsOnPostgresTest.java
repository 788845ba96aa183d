package io.stele.server.whatsapp;

import io.stele.server.OnPostgres;

class AccountNewsOnPostgresTest extends AccountNewsTest implements OnPostgres {}
