-- Nobody asks for the conversations of a contact.
drop index conversation_of_contact;
