package io.stele.harness.stele;

import io.stele.graphstub.json.Members;
import java.net.URI;

/** Connects the business's number, as its owner does. */
public final class NumberConnection {

    private NumberConnection() {}

    /** By Kapso's API. @return where Meta posts */
    public static URI connect(Api api) {
        Members customer = post(api, "/platform/v1/customers", "{\"customer\":{\"name\":\"Bakery\"}}");
        Members number = post(api, "/platform/v1/customers/" + customer.text("id") + "/whatsapp/phone_numbers", """
                {"whatsapp_phone_number":{"name":"Support","phone_number_id":"%s","business_account_id":"%s",\
                "access_token":"%s","app_secret":"%s"}}""".formatted(
                        BusinessNumber.ID, BusinessNumber.ACCOUNT, BusinessNumber.TOKEN, BusinessNumber.APP_SECRET));
        return URI.create(number.text("webhook_url"));
    }

    private static Members post(Api api, String path, String body) {
        return Members.of(api.post(path, Key.KAPSO.headers(), body).get("data"));
    }
}
