// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Notifier.h"

namespace handrail {

/// For systems whose notifications are not built yet.
class NoNotifier final : public Notifier
{
public:
    void show(Kind, const QString &, const QString &) override {}
    void withdraw(Kind) override {}
    void whenPressed(std::function<void(Kind)>) override {}
};

} // namespace handrail
