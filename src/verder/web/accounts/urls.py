"""Addresses around one's own account; the names with an underscore are those that allauth looks for."""

from allauth.account.views import account_inactive, logout
from django.urls import URLPattern, URLResolver, path

from verder.web.accounts import entrance, second_factor, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("inloggen", entrance.ask_code, name="account_login"),
    path("inloggen", entrance.ask_code, name="account_request_login_code"),
    path("inloggen/code", entrance.confirm_code, name="account_confirm_login_code"),
    path("inloggen/tweede-stap", entrance.second_step, name="mfa_authenticate"),
    path("inloggen/passkey", entrance.passkey, name="mfa_login_webauthn"),
    path("uitloggen", logout, name="account_logout"),
    path("account-gesloten", account_inactive, name="account_inactive"),
    path("op-uitnodiging", views.by_invitation, name="account_signup"),
    path("mijn-account", views.my_account, name="my-account"),
    path("mijn-account", views.my_account, name="mfa_index"),
    path("mijn-account", views.my_account, name="mfa_list_webauthn"),
    path("mijn-account/verder", views.go_on, name="my-account-go-on"),
    path("mijn-account/overal-uitloggen", views.end_sessions, name="my-account-end-sessions"),
    path("mijn-account/tweede-stap", views.choose_second_step, name="choose-second-step"),
    path("mijn-account/bevestigen", second_factor.prove_again, name="mfa_reauthenticate"),
    path(
        "mijn-account/bevestigen-met-passkey", second_factor.prove_again_by_passkey, name="mfa_reauthenticate_webauthn"
    ),
    path("mijn-account/app", second_factor.add_app, name="mfa_activate_totp"),
    path("mijn-account/app/weghalen", second_factor.remove_app, name="mfa_deactivate_totp"),
    path("mijn-account/passkeys/nieuw", second_factor.add_passkey, name="mfa_add_webauthn"),
    path("mijn-account/passkeys/<int:pk>/naam", second_factor.rename_passkey, name="mfa_edit_webauthn"),
    path("mijn-account/passkeys/<int:pk>/weghalen", second_factor.remove_passkey, name="mfa_remove_webauthn"),
    path("mijn-account/herstelcodes", second_factor.show_recovery_codes, name="mfa_view_recovery_codes"),
    path("mijn-account/herstelcodes/nieuw", second_factor.renew_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "mijn-account/herstelcodes/bestand", second_factor.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
]
