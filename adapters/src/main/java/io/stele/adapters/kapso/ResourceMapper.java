package io.stele.adapters.kapso;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.WholeText;
import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.ContactUpdate;
import io.stele.contracts.kapso.ConversationExtensions;
import io.stele.contracts.kapso.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.Renaming;
import io.stele.core.conversation.Conversation;
import io.stele.core.customer.Customer;
import io.stele.core.message.Json;
import io.stele.core.message.MessageReference;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Conversations, contacts and numbers as Kapso shows them (contract sections 2.8, 2.9 and 3.5). */
@Mapper
public abstract class ResourceMapper {

    private static final KapsoIds IDS = new KapsoIds();

    /**
     * The conversation.
     *
     * @param phoneNumberId Meta's id of its number; null when it has none
     * @param now decides whether it has fallen silent
     */
    public io.stele.contracts.kapso.Conversation conversation(
            Conversation conversation, @Nullable String phoneNumberId, Surface surface, Instant now) {
        return conversation(
                conversation,
                Persons.of(conversation.address()),
                conversation.isActiveAt(now) ? "active" : "ended",
                switch (surface) {
                    case PROXY -> KapsoIds.configuration(conversation.endpoint()).toString();
                    case PLATFORM -> null;
                },
                phoneNumberId,
                JsonNode.createObjectNode(Map.of()));
    }

    @Mapping(target = "id", source = "conversation.id")
    @Mapping(target = "phoneNumber", source = "person.digits")
    @Mapping(target = "businessScopedUserId", source = "person.userId")
    @Mapping(target = "parentBusinessScopedUserId", source = "person.parentUserId")
    @Mapping(target = "username", source = "conversation.username")
    @Mapping(target = "kapso", source = "conversation")
    abstract io.stele.contracts.kapso.Conversation conversation(
            Conversation conversation,
            Persons person,
            String status,
            @Nullable String whatsappConfigId,
            @Nullable String phoneNumberId,
            JsonNode metadata);

    @Mapping(target = "messagesCount", source = "messageCount")
    @Mapping(target = "lastMessageId", source = "last")
    @Mapping(target = "lastMessageType", expression = "java(conversation.last() == null ? null : MessageTypes.of(conversation.last().kind()))")
    @Mapping(target = "lastMessageTimestamp", source = "last.at")
    @Mapping(target = "lastMessageText", source = "last.text")
    abstract ConversationExtensions extensions(Conversation conversation);

    /** The contact. */
    public io.stele.contracts.kapso.Contact contact(Contact contact) {
        return contact(contact, Persons.of(contact.addresses()));
    }

    @Mapping(target = "id", source = "contact.id")
    @Mapping(target = "waId", source = "person.digits")
    @Mapping(target = "businessScopedUserId", source = "person.userId")
    @Mapping(target = "parentBusinessScopedUserId", source = "person.parentUserId")
    @Mapping(target = "username", source = "contact.username")
    abstract io.stele.contracts.kapso.Contact contact(Contact contact, Persons person);

    /**
     * What is to be changed of a contact.
     *
     * @param tree the same update as a tree, which tells what is null from what is absent
     * @param path where in the body the update stands; empty when it is the body
     * @throws WireException when the metadata are no object
     */
    public ContactChange change(ContactUpdate update, JsonNode tree, String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        JsonNode metadata = update.metadata();
        if (metadata != null && !metadata.isNull() && !metadata.isObject()) {
            throw new WireException(prefix + "metadata", "must be an object");
        }
        String profileName = WholeText.require(update.profileName(), prefix + "profile_name");
        String displayName = WholeText.require(update.displayName(), prefix + "display_name");
        return new ContactChange(
                tree.get("profile_name") == null ? null : new Renaming(profileName),
                tree.get("display_name") == null ? null : new Renaming(displayName),
                metadata == null || metadata.isNull() ? null : JsonTrees.toMembers(metadata));
    }

    /**
     * A WhatsApp number.
     *
     * @param webhookUrl where Meta is to post what happens at it; null for a number that no provider serves
     * @param verifyToken what Meta is to show there; null unless it is told now
     */
    public PhoneNumber phoneNumber(
            Endpoint endpoint,
            Endpoint.WhatsAppNumber number,
            @Nullable String webhookUrl,
            @Nullable String verifyToken) {
        String digits = Persons.of(endpoint.address()).digits();
        return phoneNumber(
                endpoint,
                number,
                KapsoIds.configuration(endpoint.id()).toString(),
                digits,
                digits == null ? null : "+" + digits,
                Objects.requireNonNullElse(number.verifiedName(), endpoint.name()),
                endpoint.isConnected() ? "CONNECTED" : "DISCONNECTED",
                webhookUrl,
                verifyToken);
    }

    /** A customer. */
    @Mapping(target = "externalCustomerId", source = "externalId")
    public abstract io.stele.contracts.kapso.Customer customer(Customer customer);

    @Mapping(target = "id", source = "number.phoneNumberId")
    @Mapping(target = "internalId", source = "configuration")
    @Mapping(target = "phoneNumberId", source = "number.phoneNumberId")
    @Mapping(target = "businessAccountId", source = "number.businessAccountId")
    @Mapping(target = "name", source = "endpoint.name")
    @Mapping(target = "displayName", source = "endpoint.name")
    @Mapping(target = "verifiedName", source = "verifiedName")
    @Mapping(target = "displayPhoneNumber", source = "international")
    @Mapping(target = "displayPhoneNumberNormalized", source = "digits")
    @Mapping(target = "isCoexistence", constant = "false")
    @Mapping(target = "inboundProcessingEnabled", constant = "true")
    @Mapping(target = "callsEnabled", constant = "false")
    @Mapping(target = "qualityRating", source = "number.quality")
    @Mapping(target = "status", source = "status")
    @Mapping(target = "isOfficialBusinessAccount", constant = "false")
    @Mapping(target = "isPinEnabled", constant = "false")
    @Mapping(target = "createdAt", source = "endpoint.createdAt")
    @Mapping(target = "updatedAt", source = "endpoint.updatedAt")
    @Mapping(target = "customerId", source = "endpoint.customer")
    @Mapping(target = "webhookUrl", source = "webhookUrl")
    @Mapping(target = "webhookVerifyToken", source = "verifyToken")
    @Mapping(target = "webhookVerifiedAt", ignore = true)
    @Mapping(target = "codeVerificationStatus", ignore = true)
    @Mapping(target = "nameStatus", ignore = true)
    @Mapping(target = "throughputTier", ignore = true)
    @Mapping(target = "whatsappBusinessManagerMessagingLimit", ignore = true)
    abstract PhoneNumber phoneNumber(
            Endpoint endpoint,
            Endpoint.WhatsAppNumber number,
            String configuration,
            @Nullable String digits,
            @Nullable String international,
            String verifiedName,
            String status,
            @Nullable String webhookUrl,
            @Nullable String verifyToken);

    @Nullable String iso(@Nullable Instant moment) {
        return Timestamps.iso(moment);
    }

    JsonNode tree(Json.Members members) {
        return JsonTrees.toWire(members);
    }

    @Nullable String id(Conversation.@Nullable LastMessage last) {
        return last == null
                ? null
                : IDS.write(new MessageReference(last.id(), last.direction(), last.providerMessageId()));
    }
}
