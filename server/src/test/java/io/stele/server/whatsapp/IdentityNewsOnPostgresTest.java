package io.stele.server.whatsapp;

import io.stele.server.OnPostgres;

class IdentityNewsOnPostgresTest extends IdentityNewsTest implements OnPostgres {}
