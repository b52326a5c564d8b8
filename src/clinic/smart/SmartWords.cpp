// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The Spanish is not yet reviewed by a clinical translator. How it is written: app/i18n/README.md.

#include "clinic/smart/SmartWords.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace handrail::clinic {

namespace {

const QHash<QString, QString> &spanish()
{
    static const QHash<QString, QString> words{
        {QStringLiteral("Help now: call"), QStringLiteral("Ayuda ya: llama")},
        {QStringLiteral("or text 988"), QStringLiteral("o manda un mensaje al 988")},
        {QStringLiteral("I can’t sign in"), QStringLiteral("No puedo entrar")},
        {QStringLiteral("Ask the front desk at %1. They can give you a new password."),
         QStringLiteral("Pregunta en la recepción de %1. Te pueden dar una contraseña nueva.")},
        {QStringLiteral("Call %1. They can give you a new password."),
         QStringLiteral("Llama a %1. Te pueden dar una contraseña nueva.")},
        {QStringLiteral("Call %1"), QStringLiteral("Llamar al %1")},
        {QStringLiteral("Sign in"), QStringLiteral("Entrar")},
        {QStringLiteral("Not signed in yet"), QStringLiteral("Todavía no entras")},
        {QStringLiteral("This is your clinic’s own page. The Handrail app never sees your password."),
         QStringLiteral("Esta página es de tu clínica. La app Handrail nunca ve tu contraseña.")},
        {QStringLiteral("User name"), QStringLiteral("Nombre de usuario")},
        {QStringLiteral("Password"), QStringLiteral("Contraseña")},
        {QStringLiteral("Sample clinic: come in as"), QStringLiteral("Clínica de muestra: entrar como")},
        {QStringLiteral("The Handrail app on this device can"), QStringLiteral("En este dispositivo, la app Handrail puede")},
        {QStringLiteral("It can’t see billing or other people"), QStringLiteral("No puede ver pagos ni a otras personas")},
        {QStringLiteral("Family members see only their family sessions."),
         QStringLiteral("Los familiares solo ven sus sesiones familiares.")},
        {QStringLiteral("sessions"), QStringLiteral("sesiones")},
        {QStringLiteral("plan"), QStringLiteral("plan")},
        {QStringLiteral("medicine"), QStringLiteral("medicinas")},
        {QStringLiteral("messages"), QStringLiteral("mensajes")},
        {QStringLiteral("See %1"), QStringLiteral("Ver %1")},
        {QStringLiteral("Send your check-ins and forms"), QStringLiteral("Enviar tus registros y formularios")},
        {QStringLiteral("See who looked at your records"), QStringLiteral("Ver quién miró tu expediente")},
        {QStringLiteral("Change answers that you sent"), QStringLiteral("Cambiar respuestas que enviaste")},
        {QStringLiteral("Mark your tasks as done"), QStringLiteral("Marcar tus tareas como hechas")},
        {QStringLiteral("Tell your clinic if you took your medicine"),
         QStringLiteral("Avisar a tu clínica si tomaste tu medicina")},
        {QStringLiteral("Invite family members, and stop sharing with them"),
         QStringLiteral("Invitar a familiares y dejar de compartir con ellos")},
        {QStringLiteral("Send your messages"), QStringLiteral("Enviar tus mensajes")},
        {QStringLiteral("See what is shared with you"), QStringLiteral("Ver lo que se comparte contigo")},
        {QStringLiteral("See the sessions that you join with %1"), QStringLiteral("Ver las sesiones a las que vas con %1")},
        {QStringLiteral("Tell your clinic if you can come"), QStringLiteral("Avisar a tu clínica si puedes ir")},
        {QStringLiteral("See and send your own messages"), QStringLiteral("Ver y enviar tus propios mensajes")},
        {QStringLiteral("Stay signed in until you sign out, or until 30 days without use"),
         QStringLiteral("Dejarte dentro hasta que salgas, o hasta 30 días sin usarla")},
        {QStringLiteral("It can’t see check-ins, plan, medicine or other sessions"),
         QStringLiteral("No puede ver registros, plan, medicinas ni otras sesiones")},
        {QStringLiteral("the person you support"), QStringLiteral("la persona a quien apoyas")},
        {QStringLiteral("Read and write the clinic’s records as you may"),
         QStringLiteral("Leer y escribir los expedientes de la clínica que tú puedes")},
        {QStringLiteral("Let the Handrail app in?"), QStringLiteral("¿Dejas entrar a la app Handrail?")},
        {QStringLiteral("You are signed in as %1."), QStringLiteral("Entraste como %1.")},
        {QStringLiteral("Allow"), QStringLiteral("Permitir")},
        {QStringLiteral("Don’t allow"), QStringLiteral("No permitir")},
        {QStringLiteral("You can change your mind. Sign out in the app, or ask your clinic, and it ends."),
         QStringLiteral("Puedes cambiar de idea. Sal de tu cuenta en la app, o pídelo a tu clínica, y se termina.")},
        {QStringLiteral("Who are you here for?"), QStringLiteral("¿Por quién vienes?")},
        {QStringLiteral("The app opens for one person at a time."), QStringLiteral("La app se abre para una persona a la vez.")},
        {QStringLiteral("Not now"), QStringLiteral("Ahora no")},
        {QStringLiteral("Person %1"), QStringLiteral("Persona %1")},
        {QStringLiteral("%1, until %2"), QStringLiteral("%1, hasta el %2")},
        {QStringLiteral("MMMM d, yyyy"), QStringLiteral("d 'de' MMMM 'de' yyyy")},
        {QStringLiteral("Type your user name."), QStringLiteral("Escribe tu nombre de usuario.")},
        {QStringLiteral("Type your password."), QStringLiteral("Escribe tu contraseña.")},
        {QStringLiteral("The user name and password do not match. Check both and try again."),
         QStringLiteral("El nombre de usuario y la contraseña no coinciden. Revisa los dos e inténtalo de nuevo.")},
        {QStringLiteral("Too many tries. Wait %1 seconds, then try again."),
         QStringLiteral("Demasiados intentos. Espera %1 segundos e inténtalo de nuevo.")},
        {QStringLiteral("Too many tries. Wait %1 minutes, then try again. You can also call your clinic."),
         QStringLiteral("Demasiados intentos. Espera %1 minutos e inténtalo de nuevo. También puedes llamar a tu clínica.")},
        {QStringLiteral("This page is too old"), QStringLiteral("Esta página ya no sirve")},
        {QStringLiteral("Go back to the Handrail app and start to sign in once more. Nothing was sent."),
         QStringLiteral("Vuelve a la app Handrail y empieza a entrar otra vez. No se envió nada.")},
        {QStringLiteral("This link does not work"), QStringLiteral("Este enlace no funciona")},
        {QStringLiteral("The app that sent you here is not known to your clinic. Open the Handrail app and start from there."),
         QStringLiteral("Tu clínica no conoce la app que te mandó aquí. Abre la app Handrail y empieza desde ahí.")},
        {QStringLiteral("Nothing is open to you yet"), QStringLiteral("Todavía no hay nada abierto para ti")},
        {QStringLiteral("Your account has no record at this clinic. Please call your clinic."),
         QStringLiteral("Tu cuenta no tiene expediente en esta clínica. Llama a tu clínica, por favor.")},
        {QStringLiteral("Make your own sign-in"), QStringLiteral("Crea tu propio acceso")},
        {QStringLiteral("You were invited. This sign-in is yours alone. The Handrail app never sees your password."),
         QStringLiteral("Te invitaron. Este acceso es solo tuyo. La app Handrail nunca ve tu contraseña.")},
        {QStringLiteral("Password, 8 signs or more"), QStringLiteral("Contraseña, de 8 signos o más")},
        {QStringLiteral("The same password again"), QStringLiteral("La misma contraseña otra vez")},
        {QStringLiteral("Make my sign-in"), QStringLiteral("Crear mi acceso")},
        {QStringLiteral("Signed in here before?"), QStringLiteral("¿Ya entraste aquí antes?")},
        {QStringLiteral("I already have a sign-in"), QStringLiteral("Ya tengo un acceso")},
        {QStringLiteral("Please keep it private"), QStringLiteral("Por favor, guárdalo en privado")},
        {QStringLiteral("Somebody lets you see a part of their care. They decide what, and for how long."),
         QStringLiteral("Alguien te deja ver una parte de su atención. Esa persona decide qué, y por cuánto tiempo.")},
        {QStringLiteral("What you see is for you. Don’t pass it on."),
         QStringLiteral("Lo que ves es para ti. No lo pases a nadie.")},
        {QStringLiteral("They can stop sharing at any time, without a reason."),
         QStringLiteral("Puede dejar de compartir cuando quiera, sin dar una razón.")},
        {QStringLiteral("The clinic notes what you look at, and they can see that."),
         QStringLiteral("La clínica anota lo que miras, y esa persona lo puede ver.")},
        {QStringLiteral("42 CFR part 2 prohibits unauthorized use or disclosure of these records."),
         QStringLiteral("La ley 42 CFR parte 2 prohíbe usar o divulgar estos expedientes sin autorización.")},
        {QStringLiteral("I’ll keep it private"), QStringLiteral("Lo guardaré en privado")},
        {QStringLiteral("Type a user name."), QStringLiteral("Escribe un nombre de usuario.")},
        {QStringLiteral("Use letters, numbers and . _ @ + - only."),
         QStringLiteral("Usa solo letras sin acento, números y . _ @ + -")},
        {QStringLiteral("Use 8 signs or more."), QStringLiteral("Usa 8 signos o más.")},
        {QStringLiteral("Leave your user name out of it."), QStringLiteral("No pongas en ella tu nombre de usuario.")},
        {QStringLiteral("That is too long."), QStringLiteral("Es demasiado larga.")},
        {QStringLiteral("The two are not the same. Type it once more."),
         QStringLiteral("Las dos no son iguales. Escríbela una vez más.")},
        {QStringLiteral("Somebody has that name. Choose another one."), QStringLiteral("Alguien ya tiene ese nombre. Elige otro.")},
        {QStringLiteral("That sign-in is not a family member’s. Make one of your own here."),
         QStringLiteral("Ese acceso no es de un familiar. Crea aquí uno propio.")},
        {QStringLiteral("This invitation is not open"), QStringLiteral("Esta invitación no está abierta")},
        {QStringLiteral("Go back to the Handrail app and type the code again."),
         QStringLiteral("Vuelve a la app Handrail y escribe el código otra vez.")},
        {QStringLiteral("It was used, or it has ended. Ask who invited you for a new one."),
         QStringLiteral("Ya se usó, o se terminó. Pide una nueva a quien te invitó.")},
        {QStringLiteral("You may be in already"), QStringLiteral("Puede que ya hayas entrado")},
        {QStringLiteral("Go back to the Handrail app and sign in, or type the code again."),
         QStringLiteral("Vuelve a la app Handrail y entra, o escribe el código otra vez.")},
        {QStringLiteral("The clinic is busy"), QStringLiteral("La clínica está ocupada")},
        {QStringLiteral("Wait a moment, then try again."), QStringLiteral("Espera un momento e inténtalo de nuevo.")},
    };
    return words;
}

/// The supported language of a tag such as "es-MX"; empty: none.
QString supported(const QString &tag)
{
    const QString primary = tag.section(u'-', 0, 0).trimmed().toLower();
    return primary == u"es" || primary == u"en" ? primary : QString();
}

/// The tags of Accept-Language, the best liked first. A tag with q=0 is refused.
QStringList byLiking(const QByteArray &header)
{
    QList<std::pair<double, QString>> liked;
    for (const QByteArray &part : header.left(1024).split(',')) {
        const QList<QByteArray> fields = part.split(';');
        double quality = 1;
        for (const QByteArray &field : fields.mid(1)) {
            const QByteArray parameter = field.trimmed();
            if (parameter.startsWith("q="))
                quality = parameter.mid(2).toDouble();
        }
        if (quality > 0)
            liked.append({quality, QString::fromLatin1(fields.first().trimmed())});
    }
    std::stable_sort(liked.begin(), liked.end(), [](const auto &one, const auto &other) { return one.first > other.first; });
    QStringList tags;
    for (const auto &[quality, tag] : std::as_const(liked))
        tags += tag;
    return tags;
}

} // namespace

SmartWords::SmartWords(const QString &language)
    : m_isSpanish(language == u"es")
{
}

SmartWords SmartWords::chosen(const QString &uiLocales, const QByteArray &acceptLanguage)
{
    for (const QString &tag : uiLocales.left(256).split(u' ', Qt::SkipEmptyParts) + byLiking(acceptLanguage)) {
        if (const QString language = supported(tag); !language.isEmpty())
            return SmartWords(language);
    }
    return SmartWords();
}

QString SmartWords::language() const
{
    return m_isSpanish ? QStringLiteral("es") : QStringLiteral("en");
}

QString SmartWords::operator()(const QString &english) const
{
    return m_isSpanish ? spanish().value(english, english) : english;
}

} // namespace handrail::clinic
