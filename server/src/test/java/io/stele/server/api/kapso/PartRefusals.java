package io.stele.server.api.kapso;

import static io.stele.server.api.kapso.ProxyRefusals.invalid;
import static io.stele.server.api.kapso.ProxyRefusals.missing;
import static io.stele.server.api.kapso.ProxyRefusals.notOffered;
import static io.stele.server.api.kapso.ProxyRefusals.refused;
import static io.stele.server.api.kapso.ProxyRefusals.to;
import static io.stele.server.api.kapso.ProxyRefusals.value;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bad interactive messages and templates, as {@link ProxyRefusals} has the others. */
final class PartRefusals {

    private PartRefusals() {}

    static Stream<Arguments> interactiveSends() {
        return Stream.of(
                missing(to("'type':'interactive'"), "interactive"),
                missing(interactive("'body':{'text':'x'}"), "interactive.type"),
                missing(interactive("'type':'button','body':{'text':'x'}"), "interactive.action"),
                missing(interactive("'type':'button','action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}"), "interactive.body.text"),
                value(
                        interactive("'type':'button','header':{'type':'image','image':{'link':'x'}},'body':{'text':'x'},"
                                + "'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}"),
                        "interactive.header.image.link must be an http or https URL"),
                missing(interactive("'type':'button','body':{'text':'x'},'action':{}"), "interactive.action.buttons"),
                value(
                        interactive("'type':'button','body':{'text':'x'},'action':{'buttons':[]}"),
                        "interactive.action.buttons must have 1 to 3 buttons"),
                value(
                        interactive("'type':'list','body':{'text':'x'},'action':{'button':'b','sections':[]}"),
                        "interactive.action.sections must have 1 to 10 sections"),
                value(
                        interactive("'type':'list','body':{'text':'x'},'action':{'button':'b','sections':[{'rows':[]}]}"),
                        "interactive.action.sections[0].rows must have at least one row"),
                value(
                        interactive("'type':'carousel','body':{'text':'x'},'action':{'cards':[]}"),
                        "interactive.action.cards must have 2 to 10 cards"),
                value(
                        interactive("'type':'carousel','body':{'text':'x'},'action':{'cards':["
                                + "{'card_index':0,'header':{'type':'image','image':{'id':'1'}},'action':{'buttons':[]}},"
                                + "{'card_index':1,'header':{'type':'image','image':{'id':'1'}},'action':{'buttons':[]}}]}"),
                        "interactive.action.cards[0].action must have at least one button"),
                value(
                        interactive("'type':'product_list','header':{'type':'text','text':'h'},'body':{'text':'x'},"
                                + "'action':{'catalog_id':'c','sections':[{'product_items':[]}]}"),
                        "interactive.action.sections[0].product_items must have at least one product"),
                missing(
                        interactive("'type':'button','body':{'text':'x'},'action':{'buttons':[{'type':'reply','reply':{'id':'a'}}]}"),
                        "interactive.action.buttons[0].reply.title"),
                invalid(
                        interactive("'type':'button','body':{'text':'x'},'action':{'buttons':[{'type':'url'}]}"),
                        "interactive.action.buttons[0].type must be reply"),
                value(
                        interactive(
                                "'type':'button','body':{'text':'x'},'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'"
                                        + "A".repeat(21) + "'}}]}"),
                        "interactive.action.buttons[0].reply.title must have at most 20 characters"),
                missing(
                        interactive("'type':'list','body':{'text':'x'},'action':{'sections':[]}"), "interactive.action.button"),
                missing(
                        interactive("'type':'list','body':{'text':'x'},'action':{'button':'b','sections':[{'rows':[{'title':'t'}]}]}"),
                        "interactive.action.sections[0].rows[0].id"),
                missing(
                        interactive("'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'url':'https://a.example'}}"),
                        "interactive.action.parameters.display_text"),
                missing(
                        interactive("'type':'flow','body':{'text':'x'},'action':{'name':'flow','parameters':{'flow_cta':'Go'}}"),
                        "interactive.action.parameters.flow_id",
                        " when there is no flow_name"),
                value(
                        interactive("'type':'address_message','body':{'text':'x'},'action':{'name':'address_message','parameters':"
                                + "{'country':'IN','values':{'in_pin_code':'4000631'}}}"),
                        "interactive.action.parameters.values must have an in_pin_code of at most 6 characters"),
                notOffered(
                        interactive("'type':'order_details','body':{'text':'x'},'action':{'name':'review_and_pay'}"),
                        "interactive messages of the type order_details"),
                notOffered(
                        interactive("'type':'order_status','body':{'text':'x'},'action':{'name':'review_order'}"),
                        "interactive messages of the type order_status"),
                invalid(
                        interactive("'type':'order','body':{'text':'x'},'action':{}"),
                        "interactive.type must be button, list, cta_url, carousel, location_request_message, request_contact_info,"
                                + " address_message, flow, product, product_list, catalog_message or call_permission_request"),
                invalid(
                        interactive("'type':'button','header':{'type':'sticker'},'body':{'text':'x'},"
                                + "'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}"),
                        "interactive.header.type must be text, image, video or document"));
    }

    static Stream<Arguments> templateSends() {
        return Stream.of(
                missing(to("'type':'template'"), "template"),
                missing(to("'type':'template','template':{'name':'a'}"), "template.language"),
                missing(to("'type':'template','template':{'language':{'code':'de'}}"), "template.name"),
                invalid(
                        template("{'type':'foot'}"),
                        "template.components[0].type must be header, body, button, carousel or limited_time_offer"),
                missing(template("{'type':'button','sub_type':'url'}"), "template.components[0].index"),
                invalid(
                        template("{'type':'button','sub_type':'url','index':'first'}"),
                        "template.components[0].index must be a whole number"),
                missing(
                        template("{'type':'body','parameters':[{'type':'currency','currency':{'code':'EUR','fallback_value':'1'}}]}"),
                        "template.components[0].parameters[0].currency.amount_1000"),
                money("true"),
                money("1.9"),
                money("1e300"),
                money("9223372036854775808"),
                money("'abc'"),
                money("{}"),
                refused(
                        template("{'type':'header','parameters':[]}"),
                        132012,
                        "(#132012) Template parameter format does not match",
                        "template.components[0] must have exactly one parameter"),
                format(
                        template("{'type':'body'},{'type':'button','sub_type':'url','index':-1,'parameters':[{'type':'text','text':'a'}]}"),
                        "template.components[1] must have an index from 0 to 9"),
                format(
                        template("{'type':'button','sub_type':'copy_code','index':7,'parameters':[]}"),
                        "template.components[0] must have one coupon code of 1 to 15 characters"),
                format(
                        template("{'type':'body'},{'type':'carousel','cards':[{'card_index':0,'components':[{'type':'body'},{'type':'header'}]}]}"),
                        "template.components[1].cards[0].components[1] must have exactly one parameter"),
                format(template("{'type':'body'},{'type':'carousel','cards':[]}"), "template.components[1].cards must have 1 to 10 cards"),
                format(template("{'type':'body'},{'type':'body'}"), "template.components must have at most one body"));
    }

    private static Arguments format(String body, String details) {
        return refused(body, 132012, "(#132012) Template parameter format does not match", details);
    }

    private static String interactive(String members) {
        return to("'type':'interactive','interactive':{" + members + "}");
    }

    private static String template(String component) {
        return to("'type':'template','template':{'name':'a','language':{'code':'de'},'components':[" + component + "]}");
    }

    /** Under the name that the published client library gives it. */
    private static Arguments money(String amount) {
        return invalid(
                template("{'type':'body','parameters':[{'type':'currency','currency':{'code':'EUR','fallback_value':'1','amount1000':"
                        + amount + "}}]}"),
                "template.components[0].parameters[0].currency.amount1000 must be a whole number");
    }
}
