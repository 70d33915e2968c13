"""The parameters of the methods we know, kept by hand from the Bot API's documentation, for strict mode.

Left out on purpose is what the simulator does not play: ephemeral and rich messages. A bot that uses them is told so.
"""

_SENT = {
    "business_connection_id",
    "chat_id",
    "message_thread_id",
    "direct_messages_topic_id",
    "disable_notification",
    "protect_content",
    "allow_paid_broadcast",
    "message_effect_id",
    "suggested_post_parameters",
    "reply_parameters",
    "reply_markup",
    "reply_to_message_id",
    "allow_sending_without_reply",
}
_TEXT = {"text", "parse_mode", "entities", "link_preview_options", "disable_web_page_preview"}
_CAPTION = {"caption", "parse_mode", "caption_entities", "show_caption_above_media"}
_EDITED = {"business_connection_id", "chat_id", "message_id", "inline_message_id", "reply_markup"}
_SCOPED = {"scope", "language_code"}
_PROMPT = {"chat_id", "message_id", "business_connection_id"}

PARAMETERS: dict[str, set[str]] = {
    "getMe": set(),
    "logOut": set(),
    "close": set(),
    "getUpdates": {"offset", "limit", "timeout", "allowed_updates"},
    "setWebhook": {
        "url",
        "certificate",
        "ip_address",
        "max_connections",
        "allowed_updates",
        "drop_pending_updates",
        "secret_token",
    },
    "deleteWebhook": {"drop_pending_updates"},
    "getWebhookInfo": set(),
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert", "url", "cache_time"},
    "sendMessage": _SENT | _TEXT,
    "sendContact": _SENT | {"phone_number", "first_name", "last_name", "vcard"},
    "sendChatAction": {"business_connection_id", "chat_id", "message_thread_id", "action"},
    "sendPhoto": _SENT | _CAPTION | {"photo", "has_spoiler"},
    "sendDocument": _SENT | _CAPTION | {"document", "thumbnail", "disable_content_type_detection"},
    "sendVideo": _SENT
    | _CAPTION
    | {
        "video",
        "duration",
        "width",
        "height",
        "thumbnail",
        "cover",
        "start_timestamp",
        "has_spoiler",
        "supports_streaming",
    },
    "sendVoice": _SENT | _CAPTION | {"voice", "duration"},
    "sendMediaGroup": (_SENT - {"reply_markup", "suggested_post_parameters"}) | {"media"},
    "getFile": {"file_id"},
    "editMessageText": _EDITED | _TEXT,
    "editMessageCaption": _EDITED | _CAPTION,
    "editMessageMedia": _EDITED | {"media"},
    "editMessageReplyMarkup": _EDITED,
    "deleteMessage": {"chat_id", "message_id"},
    "deleteMessages": {"chat_id", "message_ids"},
    "forwardMessage": {
        "chat_id",
        "message_thread_id",
        "direct_messages_topic_id",
        "from_chat_id",
        "video_start_timestamp",
        "disable_notification",
        "protect_content",
        "message_effect_id",
        "suggested_post_parameters",
        "message_id",
    },
    "copyMessage": _SENT | _CAPTION | {"from_chat_id", "message_id", "video_start_timestamp"},
    "pinChatMessage": _PROMPT | {"disable_notification"},
    "unpinChatMessage": _PROMPT,
    "unpinAllChatMessages": {"chat_id"},
    "getChat": {"chat_id"},
    "getChatMember": {"chat_id", "user_id"},
    "getChatAdministrators": {"chat_id", "return_bots"},
    "getChatMemberCount": {"chat_id"},
    "leaveChat": {"chat_id"},
    "setMyCommands": _SCOPED | {"commands"},
    "getMyCommands": _SCOPED,
    "deleteMyCommands": _SCOPED,
    "setMyName": {"name", "language_code"},
    "getMyName": {"language_code"},
    "setMyDescription": {"description", "language_code"},
    "getMyDescription": {"language_code"},
    "setMyShortDescription": {"short_description", "language_code"},
    "getMyShortDescription": {"language_code"},
    "setChatMenuButton": {"chat_id", "menu_button"},
    "getChatMenuButton": {"chat_id"},
}
